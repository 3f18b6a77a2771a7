package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.training.Planning;
import fr.educentre.assidu.training.SessionInfo;
import java.time.LocalDate;
import java.util.function.Consumer;

/** The sessions of a day, one below the other: for a phone, and for who would rather read a list. */
final class PlanningDayList extends Div {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;

    private final transient Planning planning;
    private final transient PlanningWords words;
    private final transient Texts texts;

    PlanningDayList(Planning planning, PlanningWords words, Texts texts) {
        this.planning = planning;
        this.words = words;
        this.texts = texts;
        addClassName("assidu-planning-days");
    }

    /**
     * @param open opens a session
     * @param go shows another day of the week
     */
    void show(PlanningFilter filter, LocalDate today, Consumer<SessionInfo> open, Consumer<LocalDate> go) {
        removeAll();
        var days = new Div();
        days.addClassName("assidu-filters");
        days.getElement().setAttribute("role", "group");
        days.getElement().setAttribute("aria-label", words.week(filter.week()));
        for (LocalDate day : filter.week().days()) {
            var choose = new Button(words.day(day, day.equals(today)), click -> go.accept(day));
            choose.addThemeVariants(ButtonVariant.LUMO_SMALL);
            choose.getElement().setAttribute("aria-pressed", String.valueOf(day.equals(filter.day())));
            if (day.equals(filter.day())) {
                choose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            }
            days.add(choose);
        }
        PageOf<SessionInfo> found = planning.ofDay(filter.day(), filter.text(), 0, MOST);
        add(days, new H2(words.day(filter.day(), filter.day().equals(today))));
        if (found.items().isEmpty()) {
            add(new EmptyState(texts.get("planning.day.empty.title"), texts.get("planning.day.empty.text")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        for (SessionInfo session : found.items()) {
            var button = new Button(words.whole(session), click -> open.accept(session));
            button.addClassNames("assidu-planning-line", "assidu-planning-" + session.state());
            list.add(new ListItem(button));
        }
        add(list);
        if (found.totalElements() > MOST) {
            add(new Paragraph(texts.get("planning.day.more", MOST)));
        }
    }
}
