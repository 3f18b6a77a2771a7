package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import fr.educentre.assidu.rules.RuleExample.Seance;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The sessions of an example: added several at once, spread over the last days, then corrected one by one. */
class ExampleSessions extends Div {

    private static final long serialVersionUID = 1L;
    private static final int FURTHEST = 730;

    private final transient Texts texts;
    private transient LocalDate today;
    private final transient List<Seance> sessions;
    private final ExampleSessionFields fields;
    private final Paragraph when = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private final Button clear;

    ExampleSessions(Texts texts, LocalDate today, List<Seance> sessions) {
        this.texts = texts;
        this.today = today;
        this.sessions = new ArrayList<>(sessions);
        this.fields = new ExampleSessionFields(texts, this::spread);
        this.clear = new Button(texts.get("rules.example.clear"), click -> {
            this.sessions.clear();
            show();
        });
        clear.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        list.addClassName("assidu-list");
        add(when, fields, list, clear);
        show();
    }

    List<Seance> sessions() {
        return List.copyOf(sessions);
    }

    void today(LocalDate day) {
        today = day;
        show();
    }

    /** Evenly over the last days, the newest yesterday; what falls on a weekend comes on the Monday after. */
    private void spread() {
        int many = fields.many();
        int over = fields.over();
        Seance like = fields.like();
        for (int i = 0; i < many; i++) {
            int ago = many == 1 ? Math.min(1, over) : 1 + i * Math.max(0, over - 1) / (many - 1);
            sessions.add(like.at(onAWorkingDay(ago), like.afternoon()));
        }
        show();
    }

    private int onAWorkingDay(int ago) {
        return switch (today.minusDays(ago).getDayOfWeek()) {
            case SATURDAY -> Math.max(0, ago - 2);
            case SUNDAY -> Math.max(0, ago - 1);
            default -> ago;
        };
    }

    private void show() {
        when.setText(texts.get("rules.example.today", ReaderFormats.date(today, getLocale())));
        list.removeAll();
        sessions.sort(Comparator.comparingInt(Seance::daysAgo).thenComparing(Seance::afternoon));
        for (Seance one : List.copyOf(sessions)) {
            list.add(line(one));
        }
        clear.setVisible(!sessions.isEmpty());
    }

    private ListItem line(Seance one) {
        var ago = new IntegerField();
        ago.setValue(one.daysAgo());
        ago.setMin(0);
        ago.setMax(FURTHEST);
        ago.setWidth("6.5rem");
        ago.setAriaLabel(texts.get("rules.example.ago"));
        ago.setPrefixComponent(new Span(texts.get("rules.example.ago.short")));
        ago.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                sessions.set(sessions.indexOf(one), one.at(Math.clamp(event.getValue(), 0, FURTHEST), one.afternoon()));
                show();
            }
        });
        var what = new Span(texts.get(
                "shell.says",
                ReaderFormats.date(today.minusDays(one.daysAgo()), getLocale()) + ", "
                        + texts.get("rules.example.half." + one.afternoon()),
                ExampleSessionFields.said(one, texts)));
        what.addClassName("assidu-grow");
        var remove = new Button(texts.get("rules.remove"), click -> {
            sessions.remove(one);
            show();
        });
        remove.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        remove.setAriaLabel(texts.get("rules.remove.line", what.getText()));
        var item = new ListItem(ago, what, remove);
        item.addClassName("assidu-builder-row");
        return item;
    }
}
