package fr.educentre.assidu.alerts.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.alerts.Replays.Request;
import fr.educentre.assidu.alerts.internal.ReplayRuns;
import fr.educentre.assidu.alerts.internal.ReplayRuns.Run;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule tried on the past: whom it would have hit, why, and how that differs from the published version. */
@Route(value = "regles/rejouer", layout = MainLayout.class)
@RolesAllowed("QUALITY_MANAGER")
class ReplayView extends Main implements HasDynamicTitle, BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int WEEKS = 10;
    private static final int POLL = 1000;

    private final transient ReplayRuns runs;
    private final transient Texts texts;
    private final transient List<RuleView> rules;
    private final Select<RuleView> rule = new Select<>();
    private final Select<GroupInfo> group = new Select<>();
    private final DatePicker from;
    private final DatePicker to;
    private final TextArea text = new TextArea();
    private final Button start = new Button();
    private final Div outcome = new Div();
    private boolean shownFinished;

    ReplayView(ReplayRuns runs, RuleBook book, Groups groups, Texts texts, Clock clock) {
        this.runs = runs;
        this.texts = texts;
        this.from = LocalizedParts.datePicker(texts);
        this.to = LocalizedParts.datePicker(texts);
        LocalizedParts.period(from, to);
        this.rules = book.all().stream()
                .filter(one -> one.ruleSet().equals("assiduity"))
                .toList();
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Paris")));
        rule.setLabel(texts.get("alerts.replay.rule"));
        rule.setItems(rules);
        rule.setItemLabelGenerator(one -> one == null ? "" : one.name());
        rule.addValueChangeListener(
                event -> Optional.ofNullable(event.getValue()).ifPresent(one -> text.setValue(textOf(one, null))));
        group.setLabel(texts.get("alerts.filter.group"));
        group.setItems(groups.search(null, 0, 500).items());
        group.setItemLabelGenerator(one -> one == null ? texts.get("alerts.filter.group.all") : one.name());
        group.setEmptySelectionAllowed(true);
        group.setEmptySelectionCaption(texts.get("alerts.filter.group.all"));
        from.setLabel(texts.get("alerts.replay.from"));
        from.setValue(today.minusWeeks(WEEKS));
        from.setMax(today);
        to.setLabel(texts.get("alerts.replay.to"));
        to.setValue(today);
        to.setMax(today);
        text.setLabel(texts.get("alerts.replay.text"));
        text.setWidthFull();
        text.setMinHeight("12rem");
        start.setText(texts.get("alerts.replay.start"));
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        start.addClickListener(click -> start());
        var choices = new Div(rule, group, from, to);
        choices.addClassName("assidu-filters");
        addClassName("assidu-view");
        outcome.getElement().setAttribute("aria-live", "polite");
        add(new Paragraph(texts.get("alerts.replay.purpose")), choices, text, start, outcome);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        String asked = parameters.getSingleParameter("regle").orElse("");
        rules.stream()
                .filter(one -> one.id().toString().equals(asked))
                .findFirst()
                .or(() -> rules.stream().findFirst())
                .ifPresent(one -> {
                    rule.setValue(one);
                    text.setValue(
                            textOf(one, parameters.getSingleParameter("version").orElse(null)));
                });
        show();
    }

    private static String textOf(RuleView rule, @Nullable String version) {
        return rule.versions().stream()
                .filter(one -> String.valueOf(one.version()).equals(version))
                .findFirst()
                .or(() -> rule.versions().stream().reduce((a, b) -> b))
                .map(RuleBook.VersionView::text)
                .orElse("");
    }

    private void start() {
        if (from.getValue() == null || to.getValue() == null) {
            outcome.removeAll();
            outcome.add(new Paragraph(texts.get("alerts.replay.dates")));
            return;
        }
        RuleView chosen = rule.getValue();
        GroupInfo limited = group.getValue();
        runs.start(new Request(
                "assiduity",
                text.getValue(),
                chosen == null ? null : chosen.id(),
                null,
                from.getValue(),
                to.getValue(),
                limited == null ? null : limited.id()));
        shownFinished = false;
        UI.getCurrent().setPollInterval(POLL);
        show();
    }

    private void show() {
        Optional<Run> latest = runs.latest();
        boolean running = latest.filter(Run::running).isPresent();
        start.setEnabled(!running);
        if (!running && shownFinished) {
            return;
        }
        outcome.removeAll();
        latest.ifPresentOrElse(
                this::show,
                () -> outcome.add(
                        new EmptyState(texts.get("alerts.replay.empty.title"), texts.get("alerts.replay.empty.text"))));
        shownFinished = !running;
        if (!running && isAttached()) {
            UI.getCurrent().setPollInterval(-1);
        }
    }

    private void show(Run run) {
        if (run.running()) {
            var bar = new ProgressBar(0, run.days(), run.done());
            bar.getElement().setAttribute("aria-label", texts.get("alerts.replay.start"));
            outcome.add(new Paragraph(texts.get("alerts.replay.running", run.done(), run.days())), bar);
        } else if (run.refusal() != null) {
            outcome.add(new Paragraph(
                    texts.get(run.refusal().key(), run.refusal().arguments().toArray())));
        } else if (run.report() == null) {
            outcome.add(new Paragraph(texts.get("refusal.internal")));
        } else {
            outcome.add(new ReplayReport(run.report(), texts));
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        attached.getUI().addPollListener(poll -> show());
        if (runs.latest().filter(Run::running).isPresent()) {
            attached.getUI().setPollInterval(POLL);
        }
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        detached.getUI().setPollInterval(-1);
        super.onDetach(detached);
    }

    @Override
    public String getPageTitle() {
        return texts.get("alerts.replay.title");
    }
}
