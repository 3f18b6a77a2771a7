package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import fr.educentre.assidu.rules.RuleExample.Seance;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The sessions of an example: added several at once, spread over the last days, then corrected one by one. */
class ExampleSessions extends Div {

    private static final long serialVersionUID = 1L;
    private static final int LOST = 20;

    private final transient Texts texts;
    private final transient LocalDate today;
    private final transient List<Seance> sessions;
    private final IntegerField number = new IntegerField();
    private final Select<ExampleStatus> status = new Select<>();
    private final Select<Boolean> half = new Select<>();
    private final Select<String> modality = new Select<>();
    private final IntegerField days = new IntegerField();
    private final UnorderedList list = new UnorderedList();

    ExampleSessions(Texts texts, LocalDate today, List<Seance> sessions) {
        this.texts = texts;
        this.today = today;
        this.sessions = new ArrayList<>(sessions);
        list.addClassName("assidu-list");
        add(new Paragraph(texts.get("rules.example.today", Figures.date(today, getLocale()))), adding(), list);
        show();
    }

    List<Seance> sessions() {
        return List.copyOf(sessions);
    }

    private Div adding() {
        number.setLabel(texts.get("rules.example.number"));
        number.setMin(1);
        number.setMax(30);
        number.setValue(3);
        number.setStepButtonsVisible(true);
        number.setWidth("8rem");
        status.setLabel(texts.get("rules.example.status"));
        status.setItems(ExampleStatus.values());
        status.setItemLabelGenerator(one -> texts.get("rules.example.status." + one));
        status.setValue(ExampleStatus.ABSENT_UNJUSTIFIED);
        status.setWidth("15rem");
        half.setLabel(texts.get("rules.example.half"));
        half.setItems(false, true);
        half.setItemLabelGenerator(afternoon -> texts.get("rules.example.half." + afternoon));
        half.setValue(false);
        modality.setLabel(texts.get("rules.example.modality"));
        modality.setItems("IN_PERSON", "VIDEO", "ONLINE");
        modality.setItemLabelGenerator(one -> texts.get("rules.example.modality." + one));
        modality.setValue("IN_PERSON");
        days.setLabel(texts.get("rules.example.over"));
        days.setMin(1);
        days.setMax(365);
        days.setValue(12);
        days.setSuffixComponent(new Span(texts.get("rules.days")));
        days.setWidth("10rem");
        var add = new Button(texts.get("rules.example.addSessions"), click -> spread());
        var fields = new Div(number, status, half, modality, days, add);
        fields.addClassName("assidu-filters");
        return fields;
    }

    /** Evenly over the last days, the newest yesterday; what falls on a weekend comes on the Monday after. */
    private void spread() {
        int many = Math.clamp(Objects.requireNonNullElse(number.getValue(), 1), 1, 30);
        int over = Math.clamp(Objects.requireNonNullElse(days.getValue(), 1), 1, 365);
        for (int i = 0; i < many; i++) {
            int ago = many == 1 ? Math.min(1, over) : 1 + i * Math.max(0, over - 1) / (many - 1);
            ExampleStatus chosen = status.getValue();
            sessions.add(new Seance(
                    onAWorkingDay(ago),
                    half.getValue(),
                    modality.getValue(),
                    chosen.status(),
                    chosen.justification(),
                    chosen.losesMinutes() ? LOST : 0));
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
        list.removeAll();
        sessions.sort(Comparator.comparingInt(Seance::daysAgo).thenComparing(Seance::afternoon));
        for (Seance one : List.copyOf(sessions)) {
            list.add(line(one));
        }
    }

    private ListItem line(Seance one) {
        var ago = new IntegerField();
        ago.setValue(one.daysAgo());
        ago.setMin(0);
        ago.setMax(730);
        ago.setWidth("6.5rem");
        ago.setAriaLabel(texts.get("rules.example.ago"));
        ago.setPrefixComponent(new Span(texts.get("rules.example.ago.short")));
        ago.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                replace(
                        one,
                        new Seance(
                                Math.clamp(event.getValue(), 0, 730),
                                one.afternoon(),
                                one.modality(),
                                one.status(),
                                one.justification(),
                                one.minutesLost()));
            }
        });
        var state = ExampleStatus.of(one.status(), one.justification());
        var what = new Span(Figures.date(today.minusDays(one.daysAgo()), getLocale()) + ", "
                + texts.get("rules.example.half." + one.afternoon()) + " : "
                + texts.get("rules.example.status." + state)
                + (one.minutesLost() > 0 ? " (" + Figures.duration(one.minutesLost()) + ")" : ""));
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

    private void replace(Seance before, Seance after) {
        sessions.set(sessions.indexOf(before), after);
        show();
    }
}
