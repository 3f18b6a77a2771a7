package fr.educentre.assidu.justification.ui;

import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.justification.AbsentPeople.AbsenceMail;
import fr.educentre.assidu.justification.AbsentPeople.AbsentPerson;
import fr.educentre.assidu.justification.AbsentPeople.Call;
import fr.educentre.assidu.justification.AbsentPeople.CallOutcome;
import fr.educentre.assidu.justification.AbsentPeople.Missed;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge.Tone;
import fr.educentre.assidu.training.LearnerPhones.Phone;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Collectors;

/** Somebody who is missing, in words. */
final class AbsentWords {

    private final Texts texts;
    private final AbsentPerson person;

    AbsentWords(Texts texts, AbsentPerson person) {
        this.texts = texts;
        this.person = person;
    }

    String status() {
        return texts.get("justification.absents.status." + person.status());
    }

    Tone tone() {
        return switch (person.status()) {
            case ABSENT -> Tone.BAD;
            case AWAITING_DATA -> Tone.WAITING;
            default -> Tone.NOTICE;
        };
    }

    String groups() {
        return person.missed().stream()
                .map(one -> one.session().groupName())
                .distinct()
                .collect(Collectors.joining(texts.get("shell.separator")));
    }

    String session(Missed one) {
        var session = one.session();
        String hours = SiteTimes.named(
                ReaderFormats.time(session.startsAt(), session.zone()) + " – "
                        + ReaderFormats.time(session.endsAt(), session.zone()),
                session.startsAt(),
                session.zone(),
                texts);
        return one.status() == AttendanceStatus.LATE
                ? texts.get("justification.absents.session.late", hours, session.title(), one.lateMinutes())
                : texts.get("justification.absents.session", hours, session.title());
    }

    String sessions() {
        return person.missed().stream().map(this::session).collect(Collectors.joining(texts.get("shell.separator")));
    }

    String phone(Phone phone) {
        return texts.get(
                "justification.absents.phone", texts.get("justification.absents.phone." + phone.whose()), phone.name());
    }

    String phones() {
        return person.phones().stream()
                .map(phone -> texts.get("shell.says", phone(phone), phone.number()))
                .collect(Collectors.joining(texts.get("shell.separator")));
    }

    /** Whether they were written to, and those around them. */
    String mails() {
        return person.mails().isEmpty()
                ? texts.get("justification.absents.mail.none")
                : person.mails().stream()
                        .map(this::mail)
                        .distinct()
                        .collect(Collectors.joining(texts.get("shell.separator")));
    }

    private String mail(AbsenceMail mail) {
        String to = texts.get("justification.absents.mail.to." + mail.recipientKind());
        Instant sentAt = mail.sentAt();
        return sentAt == null
                ? texts.get("justification.absents.mail." + (mail.state().equals("FAILED") ? "failed" : "waits"), to)
                : texts.get("justification.absents.mail.sent", to, moment(sentAt));
    }

    String answer() {
        return texts.get("justification.absents.answer."
                + (person.answer() == null
                        ? "NONE"
                        : Objects.requireNonNull(person.answer()).name()));
    }

    String outcome(CallOutcome outcome) {
        return texts.get("justification.absents.outcome." + outcome);
    }

    String call(Call call) {
        String said = texts.get("justification.absents.call", outcome(call.outcome()), moment(call.at()), call.by());
        return call.note().isEmpty() ? said : texts.get("shell.says", said, call.note());
    }

    String calls() {
        return person.calls().stream().map(this::call).collect(Collectors.joining(texts.get("shell.separator")));
    }

    ZoneId zone() {
        return person.missed().getFirst().session().zone();
    }

    /** An hour that day; another day with its date. */
    private String moment(Instant at) {
        var day = person.missed().getFirst().session().startsAt().atZone(zone()).toLocalDate();
        return at.atZone(zone()).toLocalDate().equals(day)
                ? ReaderFormats.time(at, zone())
                : ReaderFormats.dateTime(at, zone(), texts.language());
    }
}
