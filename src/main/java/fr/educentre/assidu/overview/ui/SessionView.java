package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.LiveScreen;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A session: its roster with statuses and where they come from, its files, its closing. */
@Route(value = "seances/:id", layout = MainLayout.class)
@RolesAllowed({"QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR"})
class SessionView extends ScreenBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Set<SessionState> RUNNING_OR_OVER = EnumSet.of(SessionState.OPEN, SessionState.AWAITING_DATA);

    private final transient Texts texts;
    private final transient Sessions sessions;
    private final transient Attendance attendance;
    private final transient Ownership ownership;
    private final transient CurrentActor current;
    private final transient StatusBadges badges;
    private final transient SessionParts parts;
    private final transient ClassroomLink classroom;
    private final Div header = new Div();
    private final Grid<Attendance.Row> roster = new Grid<>();
    private final Div awaiting = new Div();
    private final Div timeline = new Div();
    private final Div extras = new Div();
    private transient UUID id = new UUID(0, 0);
    private transient @Nullable Seen seen;
    private String title = "";

    SessionView(
            Texts texts,
            Sessions sessions,
            Attendance attendance,
            Ownership ownership,
            CurrentActor current,
            StatusBadges badges,
            SessionParts parts,
            ClassroomLink classroom) {
        this.texts = texts;
        this.sessions = sessions;
        this.attendance = attendance;
        this.ownership = ownership;
        this.current = current;
        this.badges = badges;
        this.parts = parts;
        this.classroom = classroom;
        header.addClassName("assidu-card");
        extras.addClassName("assidu-columns");
        add(header, awaiting, roster, timeline, extras);
        LiveScreen.follow(this, EVERY, this::follow);
    }

    static RouteParameters parameters(UUID id) {
        return new RouteParameters("id", id.toString());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            id = UUID.fromString(event.getRouteParameters().get("id").orElse(""));
            ownership.requireSession(current.get(), id);
        } catch (IllegalArgumentException | Refusal e) {
            throw new NotFoundException();
        }
        show();
    }

    private void show() {
        SessionInfo session = sessions.get(id);
        draw(seen(session), true);
    }

    /** What came in since is drawn anew; where files are dropped and people recognised, only when who is to be recognised changed. */
    private boolean follow() {
        Seen now = seen(sessions.get(id));
        Seen before = seen;
        if (now.sameAs(before)) {
            return false;
        }
        draw(now, before == null || now.toRecognise() != before.toRecognise());
        return true;
    }

    private Seen seen(SessionInfo session) {
        return new Seen(
                session, attendance.ofSession(session.id()), parts.evidence(session), parts.toRecognise(session));
    }

    /** What the screen shows. */
    private record Seen(SessionInfo session, List<Attendance.Row> rows, SessionEvidence evidence, int toRecognise) {

        boolean sameAs(@Nullable Seen other) {
            return other != null
                    && session.equals(other.session)
                    && rows.equals(other.rows)
                    && evidence.all().equals(other.evidence.all())
                    && toRecognise == other.toRecognise;
        }
    }

    private void draw(Seen now, boolean withExtras) {
        seen = now;
        SessionInfo session = now.session();
        SessionEvidence evidence = now.evidence();
        List<Attendance.Row> rows = now.rows();
        int toRecognise = now.toRecognise();
        title = session.title();
        header.removeAll();
        header.add(head(session, rows), actions(session));
        awaiting.removeAll();
        awaiting.setVisible(AwaitingCard.applies(session, rows, toRecognise));
        if (awaiting.isVisible()) {
            awaiting.add(new AwaitingCard(texts, session, rows, evidence.all(), toRecognise, mayWrite()));
        }
        showRoster(session, rows, evidence);
        boolean inTable = details(timeline).anyMatch(NativeDetails::isOpen);
        timeline.removeAll();
        timeline.setVisible(!rows.isEmpty() && attendance.takesMarks(session));
        timeline.add(new SessionTimeline(texts, session, rows, evidence, getLocale()));
        details(timeline).forEach(table -> table.setOpen(inTable));
        if (withExtras) {
            extras.removeAll();
        }
        if (withExtras && mayWrite()) {
            extras.add(parts.extras(session, this::show));
        }
    }

    private static Stream<NativeDetails> details(Component part) {
        return part instanceof NativeDetails found
                ? Stream.of(found)
                : part.getChildren().flatMap(SessionView::details);
    }

    private Component head(SessionInfo session, List<Attendance.Row> rows) {
        var when = new Paragraph(SiteTimes.slot(session.startsAt(), session.endsAt(), session.zone(), texts) + " · "
                + session.siteName() + " · "
                + texts.get("overview.session.taught", ReaderFormats.duration(session.taughtMinutes())));
        var who = new Paragraph(session.groupName() + " · " + texts.get("overview.modality." + session.modality())
                + (session.room() == null ? "" : " · " + session.room()) + " · "
                + texts.get("overview.session.trainer", session.trainer().name()));
        var head = new Div(new H2(session.title()), when, who, badges.of(session, rows));
        if (session.meeting() != null) {
            var meeting = new Span(
                    " " + texts.get("evidence.source." + session.meeting().provider()) + " "
                            + session.meeting().id());
            meeting.addClassName("assidu-muted");
            head.add(meeting);
        }
        parts.signInLine(session).ifPresent(head::add);
        session.outsideItsGroup().ifPresent(why -> head.add(outside(why)));
        return head;
    }

    private Component outside(Wording why) {
        var text = new Span(" " + why.read(texts));
        return new Paragraph(new StatusBadge(StatusBadge.Tone.NOTICE, texts.get("overview.session.outside")), text);
    }

    private Component actions(SessionInfo session) {
        var actions = new Div();
        actions.addClassName("assidu-filters");
        if (mayWrite()) {
            classroom.of(session).ifPresent(actions::add);
        }
        if (mayWrite() && RUNNING_OR_OVER.contains(session.state())) {
            var call = new RouterLink(texts.get("overview.session.rollCall"), SessionsView.class);
            call.getElement().setAttribute("href", "seances/" + session.id() + "/appel");
            actions.add(call);
            var close = new Button(
                    texts.get("overview.session.close"),
                    click -> parts.askBeforeClosing(session, () -> {
                        sessions.close(session.id(), current.nameOrSystem());
                        show();
                    }));
            close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(close);
        }
        parts.signInLinks(session).forEach(actions::add);
        parts.acts(session, this::show).forEach(actions::add);
        return actions;
    }

    private void showRoster(SessionInfo session, List<Attendance.Row> rows, SessionEvidence evidence) {
        var words = new PresenceTexts(texts, session, getLocale());
        roster.removeAllColumns();
        roster.addComponentColumn(row -> new RouterLink(
                        row.learner().name(),
                        LearnerView.class,
                        LearnerView.parameters(row.learner().id())))
                .setHeader(texts.get("overview.column.learner"))
                .setAutoWidth(true);
        roster.addComponentColumn(row -> status(session, row))
                .setHeader(texts.get("overview.column.status"))
                .setWidth("10.5rem")
                .setFlexGrow(3);
        roster.addColumn(row -> row.verdict() == null
                        ? "–"
                        : ReaderFormats.duration(row.verdict().minutes().observed()) + " / "
                                + ReaderFormats.duration(row.taughtMinutes()))
                .setHeader(texts.get("overview.column.minutes"))
                .setAutoWidth(true);
        boolean begins = attendance.takesMarks(session);
        roster.addComponentColumn(row -> begins ? evidence.bar(row, words, false) : new Span("–"))
                .setHeader(texts.get("overview.column.timeline"))
                .setWidth("10rem")
                .setFlexGrow(0);
        roster.addComponentColumn(row -> parts.rowActions(session, row, mayWrite(), this::show))
                .setHeader(texts.get("overview.column.actions"))
                .setWidth("12rem")
                .setFlexGrow(0);
        roster.setAllRowsVisible(true);
        roster.setItems(rows);
        roster.setEmptyStateComponent(
                new EmptyState(texts.get("overview.roster.empty.title"), texts.get("overview.roster.empty.text")));
    }

    /** And why, below it. */
    private Component status(SessionInfo session, Attendance.Row row) {
        var status = new Div(badges.of(session, row));
        status.addClassName("assidu-wrap");
        if (row.verdict() != null) {
            var why = new Div(new Span(row.verdict().decidedBy().why().read(texts)));
            why.addClassName("assidu-muted");
            status.add(why);
        }
        return status;
    }

    private boolean mayWrite() {
        return current.get().is(Role.TRAINER, Role.QUALITY_MANAGER);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
