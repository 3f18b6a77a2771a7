package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouterLink;
import fr.educentre.assidu.messaging.GroupMessages;
import fr.educentre.assidu.overview.GroupDashboard;
import fr.educentre.assidu.overview.LearnerFigures;
import fr.educentre.assidu.shell.NameOrder;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The learners of a group with their figures, those at risk first and why; those chosen can be written to. */
class GroupLearners extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient GroupMessages messages;
    private final transient GroupDashboard dashboard;
    private final transient ZoneId zone;
    private final Grid<LearnerFigures> grid = new Grid<>();
    private final Set<UUID> chosen = new LinkedHashSet<>();
    private final Button write;

    GroupLearners(Texts texts, GroupMessages messages, GroupDashboard dashboard, ZoneId zone) {
        this.texts = texts;
        this.messages = messages;
        this.dashboard = dashboard;
        this.zone = zone;
        write = new Button(VaadinIcon.ENVELOPE.create(), click -> write());
        add(new H3(texts.get("overview.menu.learners")));
        boolean writes = !dashboard.items().isEmpty() && messages.offered(dashboard.groupId());
        if (writes) {
            grid.addComponentColumn(this::choice)
                    .setHeader(texts.get("overview.letter.column"))
                    .setAutoWidth(true)
                    .setFlexGrow(0);
            add(bar());
        }
        columns();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setItems(dashboard.items().stream()
                .sorted(Comparator.comparing(one -> !one.atRisk()))
                .toList());
        grid.setAllRowsVisible(true);
        grid.getElement().setAttribute("aria-label", texts.get("overview.menu.learners"));
        grid.setEmptyStateComponent(
                new EmptyState(texts.get("overview.group.empty.title"), texts.get("overview.group.empty.text")));
        add(grid);
    }

    private Component bar() {
        write.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var bar = new Div(
                new Button(texts.get("overview.letter.atRisk"), click -> choose(LearnerFigures::atRisk)),
                new Button(texts.get("overview.letter.all"), click -> choose(one -> true)),
                new Button(texts.get("overview.letter.none"), click -> choose(one -> false)),
                write);
        bar.addClassName("assidu-filters");
        count();
        return bar;
    }

    private Checkbox choice(LearnerFigures row) {
        var box = new Checkbox(chosen.contains(row.learnerId()), change -> {
            if (Boolean.TRUE.equals(change.getValue())) {
                chosen.add(row.learnerId());
            } else {
                chosen.remove(row.learnerId());
            }
            count();
        });
        box.setAriaLabel(texts.get("overview.letter.choose", row.name()));
        return box;
    }

    private void choose(Predicate<LearnerFigures> wanted) {
        chosen.clear();
        dashboard.items().stream().filter(wanted).map(LearnerFigures::learnerId).forEach(chosen::add);
        grid.getDataProvider().refreshAll();
        count();
    }

    private void count() {
        write.setText(texts.get("overview.letter.write", chosen.size()));
        write.setEnabled(!chosen.isEmpty());
    }

    private void write() {
        new GroupLetterDialog(
                        texts,
                        messages,
                        dashboard.groupId(),
                        dashboard.items().stream()
                                .filter(one -> chosen.contains(one.learnerId()))
                                .toList())
                .open();
    }

    private void columns() {
        grid.addComponentColumn(
                        row -> new RouterLink(row.name(), LearnerView.class, LearnerView.parameters(row.learnerId())))
                .setHeader(texts.get("overview.column.learner"))
                .setComparator(
                        NameOrder.by(LearnerFigures::lastName).thenComparing(NameOrder.by(LearnerFigures::firstName)))
                .setFrozen(true)
                .setAutoWidth(true);
        grid.addComponentColumn(this::risk)
                .setHeader(texts.get("overview.column.risk"))
                .setComparator(Comparator.comparing(LearnerFigures::atRisk))
                .setWidth("14rem")
                .setFlexGrow(1);
        grid.addComponentColumn(row -> new Sparkline(row.trend(), texts))
                .setHeader(texts.get("overview.column.trend"))
                .setWidth("10rem")
                .setFlexGrow(0);
        rate("overview.column.attendance", row -> row.figures().attendance().attendanceRateToDate());
        rate("overview.column.hours", row -> row.figures().hours().hoursCompletionRate());
        rate("overview.column.modules", row -> row.figures().completion().completionRate());
        grid.addComponentColumn(this::absences)
                .setHeader(texts.get("overview.column.absences"))
                .setComparator(Comparator.comparing(
                        (LearnerFigures row) -> row.figures().absences().total()))
                .setWidth("12rem")
                .setFlexGrow(1);
        minutes("overview.column.connection", row -> row.figures().completion().connectionMinutes());
        minutes("overview.column.unknown", row -> row.figures().attendance().unknownMinutes());
        grid.addColumn(row -> row.figures().evaluations().passed() + " / "
                        + (row.figures().evaluations().taken()
                                + row.figures().evaluations().notTaken()))
                .setHeader(texts.get("overview.column.evaluations"))
                .setAutoWidth(true);
        grid.addColumn(row -> row.figures().lastActivityAt() == null
                        ? "–"
                        : SiteTimes.at(row.figures().lastActivityAt().toInstant(), zone, texts))
                .setHeader(texts.get("overview.column.lastActivity"))
                .setAutoWidth(true);
    }

    private void rate(String header, Function<LearnerFigures, @Nullable BigDecimal> rate) {
        grid.addColumn(row -> ReaderFormats.percent(rate.apply(row), texts.language()))
                .setHeader(texts.get(header))
                .setComparator(Comparator.comparing(rate, Comparator.nullsFirst(Comparator.naturalOrder())))
                .setAutoWidth(true);
    }

    private void minutes(String header, Function<LearnerFigures, Integer> minutes) {
        grid.addColumn(row -> ReaderFormats.duration(minutes.apply(row)))
                .setHeader(texts.get(header))
                .setComparator(Comparator.comparing(minutes))
                .setAutoWidth(true);
    }

    /** By the same rules as alerts, in their words. */
    private Component risk(LearnerFigures row) {
        var risk = new Div();
        risk.addClassName("assidu-wrap");
        if (row.atRisk()) {
            risk.add(
                    new StatusBadge(StatusBadge.Tone.BAD, texts.get("overview.atRisk")),
                    new Div(Wording.all(row.why()).read(texts)));
        }
        return risk;
    }

    /** Half-days by justification, those there are: an empty cell is nothing to worry about. */
    private Span absences(LearnerFigures row) {
        var absences = row.figures().absences();
        var parts = new ArrayList<String>();
        part(parts, "overview.absences.unjustified", absences.unjustified());
        part(parts, "overview.absences.toJustify", absences.toJustify());
        part(parts, "overview.absences.underReview", absences.underReview());
        part(parts, "overview.absences.justified", absences.justified());
        var text = new Span(String.join(", ", parts));
        text.addClassName("assidu-wrap");
        return text;
    }

    private void part(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(texts.get(key, count));
        }
    }
}
