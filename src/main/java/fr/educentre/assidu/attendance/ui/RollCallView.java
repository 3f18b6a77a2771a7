package fr.educentre.assidu.attendance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.Attendance.Row;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.ui.ClosingQuestion;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Roll-call on a phone: one name a line in the order of names, one tap a learner. Without a connection the device goes on by
 * itself, and sends what it noted when it is back.
 */
@Route(value = "seances/:id/appel", layout = MainLayout.class)
@RolesAllowed({"TRAINER", "QUALITY_MANAGER"})
class RollCallView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Attendance attendance;
    private final transient Sessions sessions;
    private final transient ClosingQuestion closing;
    private final transient Ownership ownership;
    private final transient CurrentActor current;
    private final transient DeviceRoll device;
    private final OfflineRoll offline = new OfflineRoll(this::receive);
    private final Div online = new Div();
    private transient UUID id = new UUID(0, 0);
    private String title;

    RollCallView(
            Texts texts,
            Attendance attendance,
            Sessions sessions,
            ClosingQuestion closing,
            Ownership ownership,
            CurrentActor current,
            DeviceRoll device) {
        this.texts = texts;
        this.device = device;
        this.closing = closing;
        this.attendance = attendance;
        this.sessions = sessions;
        this.ownership = ownership;
        this.current = current;
        title = texts.get("attendance.rollCall.title");
        addClassNames("assidu-view", "assidu-roll");
        online.addClassName("assidu-roll-online");
        add(offline, online);
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
        title = texts.get("attendance.rollCall.title") + " – " + session.title();
        List<Row> rows = attendance.ofSession(id);
        online.removeAll();
        boolean taken = attendance.takesMarks(session);
        offline.show(device.of(session, taken ? rows : List.of(), current.get()));
        online.add(head(session, taken ? rows : List.of()));
        if (taken && rows.isEmpty()) {
            online.add(new EmptyState(
                    texts.get("attendance.rollCall.nobody"), texts.get("attendance.rollCall.nobodyHelp")));
            return;
        }
        if (!taken) {
            String why = session.state() == SessionState.PLANNED ? "toCome" : "notHeld";
            online.add(new EmptyState(
                    texts.get("attendance.rollCall." + why),
                    texts.get("attendance.rollCall." + why + "Help"),
                    new Anchor("seances/" + id, texts.get("attendance.rollCall.back"))));
            return;
        }
        boolean closed = session.state() == SessionState.CLOSED;
        var lines = new Div();
        lines.addClassName("assidu-roll-lines");
        lines.getElement().setAttribute("role", "list");
        for (Row row : rows) {
            lines.add(new RollCallLine(texts, row, closed, new Taps(session)));
        }
        if (!closed) {
            allPresent(rows).ifPresent(online::add);
        }
        online.add(lines);
        online.add(closed ? new Paragraph(texts.get("attendance.rollCall.isClosed")) : end());
    }

    private Div head(SessionInfo session, List<Row> rows) {
        var head = new Div(
                new H2(session.title()),
                new Paragraph(SiteTimes.slot(session.startsAt(), session.endsAt(), session.zone(), texts) + " · "
                        + session.groupName()));
        head.addClassName("assidu-roll-head");
        if (rows.isEmpty()) {
            return head;
        }
        long marked = rows.stream().filter(RollCallView::marked).count();
        var progress = new ProgressBar(0, Math.max(1, rows.size()), marked);
        String told = texts.get("attendance.rollCall.progress", marked, rows.size());
        progress.getElement().setAttribute("aria-label", told);
        var count = new Paragraph(told);
        count.getElement().setAttribute("aria-live", "polite");
        head.add(count, progress);
        return head;
    }

    /** First, as it is what is true on most days: who is missing is corrected after. */
    private Optional<Button> allPresent(List<Row> rows) {
        long left = rows.stream().filter(row -> !marked(row)).count();
        if (left == 0) {
            return Optional.empty();
        }
        var all = new Button(
                texts.get(
                        left == rows.size()
                                ? "attendance.rollCall.allPresent"
                                : "attendance.rollCall.allOthersPresent"),
                click -> carryOut(() ->
                        attendance.mark(id, unmarked(), new Mark(AttendanceStatus.PRESENT, null, null, null, null))));
        all.addClassName("assidu-roll-all");
        return Optional.of(all);
    }

    private Div end() {
        var end = new Div();
        end.addClassName("assidu-filters");
        var close = new Button(
                texts.get("attendance.rollCall.close"),
                click -> closing.ask(id, () -> carryOut(() -> attendance.close(id))));
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        end.add(close, new Anchor("seances/" + id, texts.get("attendance.rollCall.back")));
        return end;
    }

    /** As they stand now: someone else may have marked since this screen was drawn. */
    private List<UUID> unmarked() {
        return attendance.ofSession(id).stream()
                .filter(row -> !marked(row))
                .map(row -> row.learner().id())
                .toList();
    }

    private void carryOut(Runnable change) {
        try {
            change.run();
        } catch (Refusal refusal) {
            Notification.show(
                    texts.get(refusal.key(), refusal.arguments().toArray()), 6000, Notification.Position.BOTTOM_CENTER);
        }
        show();
    }

    /** What the device noted without a connection. */
    private String receive(String sent) {
        String answer = device.receive(id, sent);
        show();
        return answer;
    }

    private static boolean marked(Row row) {
        return row.status() != AttendanceStatus.AWAITING_DATA;
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    /** What a line's buttons do. */
    private final class Taps implements RollCallLine.Taps {

        private final SessionInfo session;

        Taps(SessionInfo session) {
            this.session = session;
        }

        @Override
        public void mark(Row row, AttendanceStatus status, int minutes) {
            var from = status == AttendanceStatus.LATE ? session.startsAt().plus(Duration.ofMinutes(minutes)) : null;
            var to = status == AttendanceStatus.LEFT_EARLY ? session.endsAt().minus(Duration.ofMinutes(minutes)) : null;
            carryOut(() -> attendance.mark(id, row.learner().id(), new Mark(status, from, to, null, null).seeing(row)));
        }

        @Override
        public void undo(Row row) {
            carryOut(() -> {
                attendance.takeBack(id, row.learner().id());
                Notification.show(
                        texts.get("attendance.rollCall.undone", row.learner().name()));
            });
        }

        @Override
        public int maxMinutes() {
            return (int) session.slot().duration().toMinutes() - 1;
        }
    }
}
