package fr.educentre.assidu.justification.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.justification.AbsentPeople;
import fr.educentre.assidu.justification.AbsentPeople.AbsentPerson;
import fr.educentre.assidu.justification.AbsentPeople.Call;
import fr.educentre.assidu.justification.AbsentPeople.CallOutcome;
import fr.educentre.assidu.justification.AbsentPeople.Missed;
import fr.educentre.assidu.justification.AbsentPeople.NewCall;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What can be done about people who are missing, as far as the reader may. */
@Component
class AbsentActs {

    private static final ZoneId DAYS = ZoneId.of("Europe/Paris");
    private static final int UNDO_SHOWN = 5_000;

    private final Texts texts;
    private final AbsentPeople absents;
    private final Attendance attendance;
    private final Groups groups;
    private final CurrentActor current;
    private final Clock clock;

    AbsentActs(
            Texts texts,
            AbsentPeople absents,
            Attendance attendance,
            Groups groups,
            CurrentActor current,
            Clock clock) {
        this.texts = texts;
        this.absents = absents;
        this.attendance = attendance;
        this.groups = groups;
        this.current = current;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(DAYS));
    }

    /** A referent's own; a trainer's, those of whose sessions they give one. */
    List<GroupInfo> groups() {
        Actor actor = current.get();
        UUID trainer = actor.is(Role.TRAINER) ? actor.personId() : null;
        return groups.search(trainer, 0, PageOf.MAX_SIZE).items().stream()
                .filter(one -> !actor.is(Role.REFERENT)
                        || one.referent() != null && one.referent().id().equals(actor.personId()))
                .toList();
    }

    AbsentCard.Acts of(LocalDate day, Runnable changed) {
        return new Done(day, changed);
    }

    private final class Done implements AbsentCard.Acts {

        private static final long serialVersionUID = 1L;

        private final LocalDate day;
        private final transient Runnable changed;

        Done(LocalDate day, Runnable changed) {
            this.day = day;
            this.changed = changed;
        }

        @Override
        public boolean mayCall() {
            return current.get().is(Role.QUALITY_MANAGER, Role.REFERENT);
        }

        @Override
        public boolean mayMark() {
            return current.get().is(Role.QUALITY_MANAGER, Role.TRAINER);
        }

        @Override
        public void called(AbsentPerson person, CallOutcome outcome) {
            note(person, outcome, "");
        }

        @Override
        public void calledWithNote(AbsentPerson person) {
            new CallNoteDialog(texts, person, (outcome, note) -> note(person, outcome, note)).open();
        }

        private void note(AbsentPerson person, CallOutcome outcome, String note) {
            UUID id = TimeOrderedId.next();
            carryOut(() -> {
                absents.record(id, person.learnerId(), new NewCall(day, person.halfDay(), outcome, note));
                offerUndo(person, outcome, id);
            });
        }

        private void offerUndo(AbsentPerson person, CallOutcome outcome, UUID id) {
            var notice = new Notification();
            notice.setDuration(UNDO_SHOWN);
            var undo = new Button(texts.get("justification.absents.undo"), click -> {
                notice.close();
                carryOut(() -> absents.takeBack(person.learnerId(), id));
            });
            undo.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
            notice.add(new Div(
                    new Span(texts.get(
                                    "justification.absents.called",
                                    person.name(),
                                    texts.get("justification.absents.outcome." + outcome))
                            + " "),
                    undo));
            notice.open();
        }

        @Override
        public void takeBack(AbsentPerson person, Call call) {
            carryOut(() -> {
                absents.takeBack(person.learnerId(), call.id());
                Notification.show(texts.get("justification.absents.undone", person.name()));
            });
        }

        @Override
        public void arrived(AbsentPerson person, Missed missed) {
            new ArrivalDialog(
                            texts, person, missed, clock.instant(), mark -> carryOut(() -> mark(person, missed, mark)))
                    .open();
        }

        private void mark(AbsentPerson person, Missed missed, Mark mark) {
            attendance.mark(missed.session().id(), person.learnerId(), mark);
            Notification.show(texts.get("justification.absents.marked", person.name()));
        }

        private void carryOut(Runnable act) {
            try {
                act.run();
            } catch (Refusal refusal) {
                Notification.show(texts.get(refusal.key(), refusal.arguments().toArray()));
            }
            changed.run();
        }
    }
}
