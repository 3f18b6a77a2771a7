package fr.educentre.assidu.rules.examples;

import fr.educentre.assidu.rules.RuleExample;
import fr.educentre.assidu.rules.RuleExample.Activity;
import fr.educentre.assidu.rules.RuleExample.Connection;
import fr.educentre.assidu.rules.RuleExample.Enrolment;
import fr.educentre.assidu.rules.RuleExample.Followed;
import fr.educentre.assidu.rules.RuleExample.Funding;
import fr.educentre.assidu.rules.RuleExample.Module;
import fr.educentre.assidu.rules.RuleExample.Pending;
import fr.educentre.assidu.rules.RuleExample.Person;
import fr.educentre.assidu.rules.RuleExample.Seance;
import fr.educentre.assidu.rules.RuleExample.Who;
import fr.educentre.assidu.rules.RuleExample.Work;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A learner being made up, fact after fact. */
final class SampleLearnerBuilder {

    /** Further back nothing is told. */
    private static final int FURTHEST = 365;

    LocalDate today = RuleExample.ORDINARY_DAY;

    @Nullable
    LocalTime at;

    @Nullable
    String funder;

    @Nullable
    String group;

    boolean apprentice;
    boolean minor;
    boolean relaunchRunning;
    boolean underReview;

    @Nullable
    Integer lastActivity;

    @Nullable
    Integer nextDue;

    @Nullable
    String programme;

    @Nullable
    String site;

    @Nullable
    Integer enrolled;

    @Nullable
    String outside;

    @Nullable
    String accommodations;

    String modality = "IN_PERSON";

    @Nullable
    Integer agreedMinutes;

    @Nullable
    Integer creditedMinutes;

    @Nullable
    Integer remainingMinutes;

    final List<Funding> fundings = new ArrayList<>();
    final List<Module> modules = new ArrayList<>();
    final List<Work> work = new ArrayList<>();
    final List<Connection> connections = new ArrayList<>();
    final List<Integer> trainerAbsences = new ArrayList<>();

    private final List<Seance> sessions = new ArrayList<>();
    private final Set<Integer> taken = new HashSet<>();

    /**
     * That many sessions like this one, spread over days of training: mornings first, then afternoons.
     *
     * @param from how many days ago the newest may be; @param to the oldest
     */
    void sessions(int many, Seance like, int from, int to, IntPredicate onDay) {
        List<Integer> days = free(from, to, onDay, false);
        List<Integer> chosen = spread(days, many);
        chosen.forEach(ago -> add(like.at(ago, false)));
        free(from, to, onDay, true).stream()
                .limit(Math.max(0, many - chosen.size()))
                .forEach(ago -> add(like.at(ago, true)));
    }

    /** Every half-day back from yesterday. */
    void sessionsWithoutAGap(int many, Seance like) {
        int left = many;
        for (int ago = 1; left > 0 && ago <= FURTHEST; ago++) {
            if (working(ago)) {
                for (boolean afternoon : new boolean[] {true, false}) {
                    if (left > 0) {
                        add(like.at(ago, afternoon));
                        left--;
                    }
                }
            }
        }
    }

    void add(Seance seance) {
        taken.add(slot(seance.daysAgo(), seance.afternoon()));
        sessions.add(seance);
    }

    private List<Integer> free(int from, int to, IntPredicate onDay, boolean afternoon) {
        var days = new ArrayList<Integer>();
        for (int ago = Math.max(0, from); ago <= Math.min(to, FURTHEST); ago++) {
            if (onDay.test(ago) && !taken.contains(slot(ago, afternoon))) {
                days.add(ago);
            }
        }
        return days;
    }

    private static int slot(int ago, boolean afternoon) {
        return 2 * ago + (afternoon ? 1 : 0);
    }

    private static List<Integer> spread(List<Integer> days, int many) {
        if (days.size() <= many) {
            return days;
        }
        var chosen = new ArrayList<Integer>();
        for (int i = 0; i < many; i++) {
            chosen.add(days.get(i * days.size() / many));
        }
        return chosen;
    }

    boolean working(int ago) {
        DayOfWeek day = today.minusDays(ago).getDayOfWeek();
        return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY;
    }

    int daysSince(LocalDate day) {
        return (int) Math.clamp(ChronoUnit.DAYS.between(day, today), 0, FURTHEST);
    }

    RuleExample example() {
        return new RuleExample(
                "",
                true,
                today.equals(RuleExample.ORDINARY_DAY) ? null : today,
                new Who(
                        new Enrolment(funder, group, programme, site, enrolled),
                        new Person(apprentice, minor, outside, accommodations),
                        new Pending(relaunchRunning, underReview),
                        new Activity(lastActivity, nextDue)),
                sessions,
                at,
                new Followed(
                        agreedMinutes,
                        creditedMinutes,
                        remainingMinutes,
                        fundings,
                        modules,
                        work,
                        connections,
                        trainerAbsences));
    }
}
