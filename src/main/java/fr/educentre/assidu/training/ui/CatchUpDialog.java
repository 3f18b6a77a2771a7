package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.shell.ui.FormField.Option;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.management.NewCatchUp;
import fr.educentre.assidu.training.management.SessionContent;
import java.util.List;
import java.util.UUID;

/** In place of a session that somebody missed: they join one of others, or one is planned for them alone. */
final class CatchUpDialog extends SessionDialog {

    private static final long serialVersionUID = 1L;

    private final transient PlanningServices services;
    private final transient SessionInfo missed;
    private final transient LearnerInfo learner;
    private final transient Runnable changed;
    private final UUID newId = TimeOrderedId.next();
    private final RadioButtonGroup<Boolean> own = new RadioButtonGroup<>();
    private final ComboBox<SessionInfo> joined = new ComboBox<>();
    private final DateTimePicker start;
    private final ComboBox<Option> trainer;
    private final TextField room;

    CatchUpDialog(PlanningServices services, SessionInfo missed, LearnerInfo learner, Runnable changed) {
        super(services.texts(), services.texts().get("planning.catchUp.title", learner.name()), "planning.catchUp.act");
        this.services = services;
        this.missed = missed;
        this.learner = learner;
        this.changed = changed;
        own.setLabel(texts.get("planning.catchUp.how"));
        own.setItems(false, true);
        own.setItemLabelGenerator(alone -> texts.get(alone ? "planning.catchUp.how.own" : "planning.catchUp.how.join"));
        List<SessionInfo> candidates = services.catchUps().candidates(missed.id(), learner.id());
        joined.setLabel(texts.get("planning.catchUp.session"));
        joined.setItems(candidates);
        joined.setItemLabelGenerator(session -> SiteTimes.at(session.startsAt(), session.zone(), texts) + " · "
                + session.title() + " · " + session.groupName());
        start = SessionFields.moment(texts, "planning.move.start", missed);
        trainer = SessionFields.one(
                texts.get("planning.trainer"), services.choices().trainers());
        trainer.setValue(
                new Option(missed.trainer().id().toString(), missed.trainer().name()));
        room = new TextField(texts.get("planning.room"));
        room.setValue(missed.room() == null ? "" : missed.room());
        own.addValueChangeListener(change -> arrange());
        joined.addValueChangeListener(change -> arrange());
        start.addValueChangeListener(change -> arrange());
        trainer.addValueChangeListener(change -> arrange());
        room.addValueChangeListener(change -> arrange());
        fields(
                new Paragraph(texts.get(
                        "planning.catchUp.about",
                        missed.title(),
                        SiteTimes.at(missed.startsAt(), missed.zone(), texts))),
                own,
                joined,
                start,
                trainer,
                room);
        own.setValue(candidates.isEmpty());
    }

    private boolean alone() {
        return Boolean.TRUE.equals(own.getValue());
    }

    private void arrange() {
        joined.setVisible(!alone());
        start.setVisible(alone());
        trainer.setVisible(alone());
        room.setVisible(alone());
        look(() -> alone() ? services.records().warnings(newId, planned()) : List.of());
    }

    private SessionContent planned() {
        String at = required("startsAt", start.getValue()).toString();
        UUID by = UUID.fromString(required("trainerId", trainer.getValue()).value());
        return services.records().moved(missed.id(), at).inRoom(room.getValue()).by(by, List.of());
    }

    @Override
    protected void carryOut() {
        NewCatchUp catchUp = alone()
                ? new NewCatchUp(learner.id(), null, planned())
                : new NewCatchUp(
                        learner.id(), required("sessionId", joined.getValue()).id(), null);
        UUID held = services.catchUps().plan(missed.id(), newId, catchUp);
        changed.run();
        UndoOffer.show(texts, texts.get("planning.catchUp.done", learner.name()), () -> {
            services.catchUps().withdraw(held, learner.id(), texts.get("planning.catchUp.withdrawn"));
            changed.run();
        });
    }
}
