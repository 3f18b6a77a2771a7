package fr.educentre.assidu.rules.examples;

import fr.educentre.assidu.rules.RuleExample;
import fr.educentre.assidu.rules.RuleExample.Absence;
import fr.educentre.assidu.rules.RuleExample.Followed;
import fr.educentre.assidu.rules.RuleExample.Presence;
import fr.educentre.assidu.rules.RuleExample.Seance;
import fr.educentre.assidu.rules.RuleExample.Setting;
import fr.educentre.assidu.rules.RuleExample.Who;
import fr.educentre.assidu.shell.Refusal;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether one example tells things that can be: what is not is named with the field it stands in. */
final class ExampleCheck {

    private static final int NAME = 120;
    private static final int MOST_SESSIONS = 200;
    private static final int MOST_FACTS = 100;
    private static final int FURTHEST = 730;
    private static final int MOST_MINUTES = 600_000;
    private static final int CODE = 60;
    private static final int WORDS = 300;
    private static final Set<String> STATUSES = Set.of("PRESENT", "LATE", "LEFT_EARLY", "PARTIAL", "ABSENT", "EXEMPT");
    private static final Set<String> JUSTIFICATIONS = Set.of("TO_JUSTIFY", "UNDER_REVIEW", "JUSTIFIED", "UNJUSTIFIED");
    private static final Set<String> MODALITIES = Set.of("IN_PERSON", "VIDEO", "ONLINE");
    private static final Set<String> OUTSIDE = Set.of("COMPANY", "CLOSURE", "INTERRUPTED");
    private static final Set<String> STATES = Set.of("OPEN", "FAILED", "ACHIEVED");
    private static final Set<String> SIGNERS = Set.of("TRAINER", "LEARNER");

    private final RuleExample example;

    private ExampleCheck(RuleExample example) {
        this.example = example;
    }

    /** @throws Refusal INVALID */
    static void require(RuleExample example) {
        if (example.name().isBlank() || example.name().length() > NAME) {
            throw Refusal.invalid("refusal.rules.example.name");
        }
        var check = new ExampleCheck(example);
        check.learner(example.learner());
        check.sessions();
        check.course(example.course());
    }

    private void learner(Who who) {
        text("learner.funder", who.enrolment().funder(), CODE);
        text("learner.group", who.enrolment().group(), CODE);
        text("learner.programme", who.enrolment().programme(), CODE);
        text("learner.site", who.enrolment().site(), CODE);
        text("learner.accommodations", who.person().accommodations(), WORDS);
        choice("learner.outside", who.person().outside(), OUTSIDE);
        days("learner.lastActivity", who.activity().lastActivity());
        days("learner.nextDue", who.activity().nextDue());
        within("learner.enrolled", who.enrolment().enrolled(), 0, 5 * FURTHEST);
    }

    private void sessions() {
        if (example.sessions().size() > MOST_SESSIONS) {
            throw Refusal.invalid("refusal.rules.example.sessions", example.name(), MOST_SESSIONS);
        }
        for (Seance seance : example.sessions()) {
            Setting setting = seance.setting();
            Presence presence = seance.presence();
            Absence absence = seance.absence();
            boolean known = STATUSES.contains(presence.status())
                    && (absence.justification() == null || JUSTIFICATIONS.contains(absence.justification()))
                    && (setting.modality() == null || MODALITIES.contains(setting.modality()));
            if (!known || seance.daysAgo() < 0 || seance.daysAgo() > FURTHEST || presence.minutesLost() < 0) {
                throw Refusal.invalid("refusal.rules.example.session", example.name(), FURTHEST);
            }
            text("sessions.module", setting.module(), CODE);
            text("sessions.site", setting.site(), CODE);
            text("sessions.reason", absence.reason(), CODE);
            days("sessions.underReviewDays", absence.underReviewDays());
            within("sessions.creditedMinutes", presence.creditedMinutes(), 0, RuleExample.SESSION_MINUTES);
            presence.unsignedBy().forEach(who -> choice("sessions.unsignedBy", who, SIGNERS));
        }
    }

    private void course(Followed course) {
        minutes("course.agreedMinutes", course.agreedMinutes());
        minutes("course.creditedMinutes", course.creditedMinutes());
        minutes("course.remainingMinutes", course.remainingMinutes());
        Stream.of(course.fundings(), course.modules(), course.work(), course.connections(), course.trainerAbsences())
                .map(Collection::size)
                .filter(size -> size > MOST_FACTS)
                .forEach(size -> refuse("course", String.valueOf(size)));
        course.fundings().forEach(one -> {
            code("course.fundings.code", one.code());
            text("course.fundings.kind", one.kind(), CODE);
            minutes("course.fundings.agreedMinutes", one.agreedMinutes());
            minutes("course.fundings.creditedMinutes", one.creditedMinutes());
            minutes("course.fundings.remainingMinutes", one.remainingMinutes());
        });
        course.modules().forEach(one -> {
            code("course.modules.code", one.code());
            minutes("course.modules.plannedMinutes", one.plannedMinutes());
        });
        course.work().forEach(one -> {
            text("course.work.title", one.title(), WORDS);
            text("course.work.module", one.module(), CODE);
            minutes("course.work.estimatedMinutes", one.estimatedMinutes());
            within("course.work.dueIn", one.dueIn(), -FURTHEST, FURTHEST);
            choice("course.work.state", one.state(), STATES);
        });
        course.connections().forEach(one -> {
            days("course.connections.daysAgo", one.daysAgo());
            within("course.connections.minutes", one.minutes(), 0, 1_440);
        });
        course.trainerAbsences().forEach(days -> days("course.trainerAbsences", days));
    }

    private void code(String field, String value) {
        if (value.isBlank()) {
            refuse(field, value);
        }
        text(field, value, CODE);
    }

    private void text(String field, @Nullable String value, int longest) {
        if (value != null && value.length() > longest) {
            refuse(field, value.substring(0, longest) + "…");
        }
    }

    private void choice(String field, @Nullable String value, Set<String> among) {
        if (value != null && !among.contains(value)) {
            refuse(field, value);
        }
    }

    private void days(String field, @Nullable Integer value) {
        within(field, value, 0, FURTHEST);
    }

    private void minutes(String field, @Nullable Integer value) {
        within(field, value, 0, MOST_MINUTES);
    }

    private void within(String field, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            refuse(field, String.valueOf(value));
        }
    }

    private void refuse(String field, String value) {
        throw Refusal.invalid("refusal.rules.example.value", example.name(), field, value);
    }
}
