package fr.educentre.assidu.rules.examples;

import fr.educentre.assidu.rules.RuleExample;
import fr.educentre.assidu.rules.RuleExample.Absence;
import fr.educentre.assidu.rules.RuleExample.Presence;
import fr.educentre.assidu.rules.RuleExample.Seance;
import fr.educentre.assidu.rules.RuleExample.Setting;
import fr.educentre.assidu.rules.language.DayFormat;
import java.time.DayOfWeek;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The sessions of a made-up learner, as many and of the kind that a sentence counts. */
final class ExampleSessionGenerator {

    private static final int MINUTES = RuleExample.SESSION_MINUTES;
    private static final int SHARE_OF = 10;
    static final int LOST = 20;

    private final SampleLearnerBuilder learner;

    ExampleSessionGenerator(SampleLearnerBuilder learner) {
        this.learner = learner;
    }

    /** Half-days that hold as many hours. */
    static int sessions(int hours) {
        return Math.ceilDiv(hours * 60, MINUTES);
    }

    Seance seance(String status, @Nullable String justification) {
        int lost = Set.of("LATE", "LEFT_EARLY").contains(status) ? LOST : 0;
        return Seance.of(learner.modality, Presence.of(status, lost)).because(Absence.of(justification));
    }

    private Seance seance(String status) {
        return Seance.of(learner.modality, Presence.of(status, 0));
    }

    /** Sessions missed, of the kind that a filter of the measures lets through. */
    void absences(int many, String filter, String value, int from, int to) {
        IntPredicate onDay = filter.equals("WEEKDAY")
                ? ago -> learner.today.minusDays(ago).getDayOfWeek() == DayOfWeek.valueOf(value)
                : learner::working;
        learner.sessions(many, absence(filter, value), to < from ? 0 : from, Math.max(0, to), onDay);
    }

    private Seance absence(String filter, String value) {
        String justification =
                filter.equals("JUSTIFICATION") ? value : filter.equals("REASON") ? "JUSTIFIED" : "UNJUSTIFIED";
        return seance("ABSENT")
                .in(new Setting(
                        filter.equals("MODALITY") ? value : learner.modality,
                        filter.equals("MODULE") ? value : null,
                        filter.equals("SITE") ? value : learner.site))
                .because(new Absence(
                        justification,
                        filter.equals("REASON") ? value : null,
                        justification.equals("UNDER_REVIEW") ? 1 : null));
    }

    /** More than that percentage of ten sessions missed. */
    void missed(double percent, String filter, String value, int to) {
        int absent = Math.clamp((int) (percent * SHARE_OF / 100) + 1, 1, SHARE_OF);
        absences(absent, filter, value, 1, to);
        var present = seance("PRESENT");
        learner.sessions(
                SHARE_OF - absent,
                filter.equals("MODULE") ? present.in(new Setting(learner.modality, value, null)) : present,
                1,
                Math.max(1, to),
                learner::working);
    }

    void losses(int many, String status, int minutes, int days) {
        learner.sessions(
                many,
                Seance.of(learner.modality, Presence.of(status, minutes)),
                days > 1 ? 1 : 0,
                days - 1,
                learner::working);
    }

    void minutes(int many, int days) {
        int each = many <= 10 * LOST ? LOST : MINUTES;
        losses(Math.ceilDiv(many, each), "LATE", each, days);
    }

    int workedBack(int workingDays) {
        int ago = 1;
        while (!learner.working(ago)
                || DayFormat.workingDays(learner.today.minusDays(ago), learner.today) < workingDays) {
            ago++;
        }
        return ago;
    }

    void undecided(int days) {
        int ago = days + 1;
        while (!learner.working(ago)) {
            ago++;
        }
        learner.add(seance("ABSENT")
                .because(new Absence("UNDER_REVIEW", null, days))
                .at(ago, false));
    }

    void unsigned(String by, int hours) {
        int ago = 1 + hours / 24;
        while (!learner.working(ago)) {
            ago++;
        }
        learner.add(Seance.of(learner.modality, new Presence("PRESENT", 0, null, Set.of(by)))
                .at(ago, false));
    }
}
