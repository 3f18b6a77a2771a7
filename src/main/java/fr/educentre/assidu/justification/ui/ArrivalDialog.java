package fr.educentre.assidu.justification.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.timepicker.TimePicker;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.justification.AbsentPeople.AbsentPerson;
import fr.educentre.assidu.justification.AbsentPeople.Missed;
import fr.educentre.assidu.shell.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;

/** Somebody who came in after all, and when: a mark as the roll-call makes it. */
class ArrivalDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Missed.Session session;
    private final TimePicker at;

    ArrivalDialog(Texts texts, AbsentPerson person, Missed missed, Instant now, Consumer<Mark> done) {
        this.texts = texts;
        this.session = missed.session();
        setHeaderTitle(texts.get("justification.absents.arrived.title", person.name()));
        at = new TimePicker(texts.get("justification.absents.arrived.at"));
        at.setLocale(Locale.FRANCE);
        at.setStep(Duration.ofMinutes(5));
        at.setValue(local(now.isAfter(session.endsAt()) ? session.startsAt() : now));
        add(new Paragraph(new AbsentWords(texts, person).session(missed)), at);
        var save = new Button(texts.get("shell.save"), click -> mark(done));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(texts.get("shell.cancel"), click -> close()), save);
    }

    private void mark(Consumer<Mark> done) {
        LocalTime typed = at.getValue();
        Instant arrival = typed == null
                ? null
                : session.startsAt()
                        .atZone(session.zone())
                        .toLocalDate()
                        .atTime(typed)
                        .atZone(session.zone())
                        .toInstant();
        boolean within = arrival != null && arrival.isBefore(session.endsAt());
        at.setInvalid(!within);
        at.setErrorMessage(within ? null : texts.get("justification.absents.arrived.wrong"));
        if (arrival == null || !within) {
            return;
        }
        close();
        boolean late = arrival.isAfter(session.startsAt());
        done.accept(new Mark(
                late ? AttendanceStatus.LATE : AttendanceStatus.PRESENT, late ? arrival : null, null, null, null));
    }

    private LocalTime local(Instant instant) {
        return instant.atZone(session.zone()).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    }
}
