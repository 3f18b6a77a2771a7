package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.justification.CollectiveReasons;
import fr.educentre.assidu.justification.Justifications;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.ui.ClosingQuestion;
import fr.educentre.assidu.training.ui.SessionActs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a quality manager does with a session beside its roster: plan it anew, give one reason for all, plan a catch-up. */
@Component
class SessionPlanningParts {

    private final Texts texts;
    private final CurrentActor current;
    private final Attendance attendance;
    private final SessionActs acts;
    private final ClosingQuestion closing;
    private final CollectiveReasons collective;
    private final Justifications justifications;

    SessionPlanningParts(
            Texts texts,
            CurrentActor current,
            Attendance attendance,
            SessionActs acts,
            ClosingQuestion closing,
            CollectiveReasons collective,
            Justifications justifications) {
        this.texts = texts;
        this.current = current;
        this.attendance = attendance;
        this.acts = acts;
        this.closing = closing;
        this.collective = collective;
        this.justifications = justifications;
    }

    void askBeforeClosing(SessionInfo session, Runnable close) {
        closing.ask(session.id(), close);
    }

    List<Button> acts(SessionInfo session, Runnable changed) {
        List<Button> all = new ArrayList<>(acts.of(session, changed));
        if (current.get().is(Role.QUALITY_MANAGER) && attendance.takesMarks(session)) {
            var reason = new Button(
                    texts.get("planning.collective"),
                    VaadinIcon.UMBRELLA.create(),
                    click -> new CollectiveReasonDialog(texts, collective, justifications, session, changed).open());
            reason.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            all.add(reason);
        }
        return all;
    }

    /** For who missed it, or a part of it. */
    Optional<Button> catchUp(SessionInfo session, Attendance.Row row, Runnable changed) {
        return row.status() == AttendanceStatus.ABSENT || row.status() == AttendanceStatus.PARTIAL
                ? acts.catchUp(session, row.learner().id(), changed)
                : Optional.empty();
    }
}
