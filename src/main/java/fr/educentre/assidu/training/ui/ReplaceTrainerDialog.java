package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import fr.educentre.assidu.shell.ui.FormField.Option;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.management.ReplacedTrainer;
import fr.educentre.assidu.training.management.SessionContent;
import java.util.UUID;

/** Somebody else gives the session; what they give already at these hours is shown first. */
final class ReplaceTrainerDialog extends SessionDialog {

    private static final long serialVersionUID = 1L;

    private final transient PlanningServices services;
    private final transient SessionInfo session;
    private final transient Runnable changed;
    private final ComboBox<Option> trainer;
    private final TextField reason;

    ReplaceTrainerDialog(PlanningServices services, SessionInfo session, Runnable changed) {
        super(
                services.texts(),
                services.texts().get("planning.replace.title", session.title()),
                "planning.replace.act");
        this.services = services;
        this.session = session;
        this.changed = changed;
        trainer = SessionFields.one(
                texts.get("planning.replace.by", session.trainer().name()),
                services.choices().trainers());
        trainer.setRequiredIndicatorVisible(true);
        reason = new TextField(texts.get("planning.reason.optional"));
        reason.setMaxLength(500);
        SessionContent content = services.records().get(session.id()).content();
        trainer.addValueChangeListener(change -> look(() -> services.records()
                .warnings(session.id(), content.by(chosen(), content.course().coTrainerIds()))));
        fields(trainer, reason);
    }

    private UUID chosen() {
        return UUID.fromString(required("trainerId", trainer.getValue()).value());
    }

    @Override
    protected void carryOut() {
        UUID by = chosen();
        services.planning().replaceTrainer(session.id(), new ReplacedTrainer(by, reason.getValue()));
        changed.run();
        UndoOffer.show(
                texts, texts.get("planning.replace.done", trainer.getValue().label()), () -> {
                    services.planning()
                            .replaceTrainer(
                                    session.id(),
                                    new ReplacedTrainer(session.trainer().id(), null));
                    changed.run();
                });
    }
}
