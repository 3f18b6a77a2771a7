package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.QueryParameters;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What a quality manager may do with a session, as buttons for whatever screen shows it; none for others. */
@Component
public class SessionActs {

    private static final int MILLIS = 6000;

    private final PlanningServices services;
    private final CurrentActor current;

    SessionActs(PlanningServices services, CurrentActor current) {
        this.services = services;
        this.current = current;
    }

    /** @param changed told once something was done, or taken back */
    public List<Button> of(SessionInfo session, Runnable changed) {
        if (!acts()) {
            return List.of();
        }
        return switch (session.state()) {
            case PLANNED, OPEN, AWAITING_DATA ->
                List.of(
                        move(session, changed),
                        button(
                                "planning.replace",
                                VaadinIcon.EXCHANGE,
                                () -> new ReplaceTrainerDialog(services, session, changed)),
                        button(
                                "planning.postpone",
                                VaadinIcon.FORWARD,
                                () -> new PostponeSessionDialog(services, session, changed)),
                        button(
                                "planning.cancel",
                                VaadinIcon.BAN,
                                () -> new CancelSessionDialog(services, session, changed)),
                        button(
                                "planning.participants",
                                VaadinIcon.USERS,
                                () -> new ParticipantsDialog(services, session, changed)),
                        edit(session));
            case CLOSED ->
                List.of(button(
                        "planning.reopen",
                        VaadinIcon.UNLOCK,
                        () -> new ReopenSessionDialog(services, session, changed)));
            case CANCELLED, POSTPONED -> List.of(restore(session, changed));
        };
    }

    /** Moves it by a dialog. */
    Button move(SessionInfo session, Runnable changed) {
        return button(
                "planning.move",
                VaadinIcon.CALENDAR_CLOCK,
                () -> new MoveSessionDialog(services, session, MoveSessionDialog.Target.unknown(), changed));
    }

    /** All of its fields, where sessions are kept. */
    private Button edit(SessionInfo session) {
        var button = new Button(
                services.texts().get("planning.edit"),
                VaadinIcon.EDIT.create(),
                click -> UI.getCurrent()
                        .navigate(
                                "centre/seances",
                                QueryParameters.simple(
                                        Map.of("ouvrir", session.id().toString()))));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    /** In place of that session, for somebody who missed it. */
    public Optional<Button> catchUp(SessionInfo missed, UUID learnerId, Runnable changed) {
        if (!acts() || !missed.state().held()) {
            return Optional.empty();
        }
        var button = button("planning.catchUp", VaadinIcon.CALENDAR_USER, () -> {
            LearnerInfo learner = services.learners().get(learnerId);
            return new CatchUpDialog(services, missed, learner, changed);
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return Optional.of(button);
    }

    void askCatchUp(SessionInfo missed, LearnerInfo learner, Runnable changed) {
        attempt(() -> new CatchUpDialog(services, missed, learner, changed));
    }

    void askMove(SessionInfo session, MoveSessionDialog.Target target, Runnable changed) {
        attempt(() -> new MoveSessionDialog(services, session, target, changed));
    }

    boolean mayMove(SessionInfo session) {
        return acts() && session.state().held() && session.state() != SessionState.CLOSED;
    }

    boolean acts() {
        return current.get().is(Role.QUALITY_MANAGER);
    }

    private Button restore(SessionInfo session, Runnable changed) {
        var button = new Button(services.texts().get("planning.restore"), VaadinIcon.ROTATE_LEFT.create(), click -> {
            try {
                services.planning().restore(session.id());
                changed.run();
                Notification.show(services.texts().get("planning.restore.done", session.title()));
            } catch (Refusal refusal) {
                Notification.show(
                        services.texts().get(refusal.key(), refusal.arguments().toArray()),
                        MILLIS,
                        Notification.Position.MIDDLE);
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private Button button(String key, VaadinIcon icon, Supplier<Dialog> dialog) {
        Texts texts = services.texts();
        var button = new Button(texts.get(key), icon.create(), click -> attempt(dialog));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private void attempt(Supplier<Dialog> dialog) {
        try {
            dialog.get().open();
        } catch (Refusal refusal) {
            Notification.show(
                    services.texts().get(refusal.key(), refusal.arguments().toArray()),
                    MILLIS,
                    Notification.Position.MIDDLE);
        }
    }
}
