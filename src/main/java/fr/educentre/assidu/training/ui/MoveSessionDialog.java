package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.textfield.TextField;
import fr.educentre.assidu.shell.Versioned;
import fr.educentre.assidu.shell.ui.FormField.Option;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.management.ReplacedTrainer;
import fr.educentre.assidu.training.management.SessionContent;
import fr.educentre.assidu.training.management.SessionPlanning;
import fr.educentre.assidu.training.management.SessionRecords;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves a session to another moment, another room, another trainer: what it meets there is shown first. */
final class MoveSessionDialog extends SessionDialog {

    private static final long serialVersionUID = 1L;

    private final transient SessionRecords records;
    private final transient SessionPlanning planning;
    private final transient SessionInfo session;
    private final transient Runnable changed;
    private final transient Versioned<SessionContent> before;
    private final DateTimePicker start;
    private final TextField room;
    private final ComboBox<Option> trainer;

    /**
     * Where to, as far as it is known already.
     *
     * @param start by the clock of its site
     * @param trainer as a choice
     */
    record Target(
            @Nullable LocalDateTime start,
            @Nullable String room,
            @Nullable Option trainer) {

        static Target unknown() {
            return new Target(null, null, null);
        }
    }

    MoveSessionDialog(PlanningServices services, SessionInfo session, Target target, Runnable changed) {
        super(services.texts(), services.texts().get("planning.move.title", session.title()), "planning.move.act");
        this.records = services.records();
        this.planning = services.planning();
        this.session = session;
        this.changed = changed;
        this.before = records.get(session.id());
        start = SessionFields.moment(texts, "planning.move.start", session);
        start.setValue(target.start() == null ? SessionFields.local(session.startsAt(), session) : target.start());
        room = new TextField(texts.get("planning.room"));
        room.setMaxLength(100);
        room.setValue(target.room() != null ? target.room() : session.room() == null ? "" : session.room());
        trainer = SessionFields.one(
                texts.get("planning.trainer"), services.choices().trainers());
        trainer.setValue(
                target.trainer() != null
                        ? target.trainer()
                        : new Option(
                                session.trainer().id().toString(),
                                session.trainer().name()));
        start.addValueChangeListener(change -> look());
        room.addValueChangeListener(change -> look());
        trainer.addValueChangeListener(change -> look());
        fields(start, room, trainer);
        look();
    }

    private void look() {
        look(() -> records.warnings(
                session.id(), moved().by(trainer(), before.content().course().coTrainerIds())));
    }

    private SessionContent moved() {
        LocalDateTime at = required("startsAt", start.getValue());
        SessionContent content = at.equals(SessionFields.local(session.startsAt(), session))
                ? before.content()
                : records.moved(session.id(), at.toString());
        return content.inRoom(room.getValue());
    }

    private UUID trainer() {
        return UUID.fromString(required("trainerId", trainer.getValue()).value());
    }

    @Override
    protected void carryOut() {
        UUID chosen = trainer();
        records.change(session.id(), version(before), moved());
        planning.replaceTrainer(session.id(), new ReplacedTrainer(chosen, null));
        changed.run();
        UndoOffer.show(texts, texts.get("planning.move.done", session.title()), this::undo);
    }

    private void undo() {
        records.change(session.id(), version(records.get(session.id())), before.content());
        planning.replaceTrainer(
                session.id(), new ReplacedTrainer(session.trainer().id(), null));
        changed.run();
    }

    private static int version(Versioned<SessionContent> one) {
        Integer version = one.version();
        return version == null ? 0 : version;
    }
}
