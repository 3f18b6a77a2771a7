package fr.educentre.assidu.rules.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.educentre.assidu.rules.AssiduityRules.Outcome.LookAgain;
import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.LearnerFacts.ConnectionDay;
import fr.educentre.assidu.rules.LearnerFacts.Course;
import fr.educentre.assidu.rules.LearnerFacts.Details;
import fr.educentre.assidu.rules.LearnerFacts.Funding;
import fr.educentre.assidu.rules.LearnerFacts.ModulePlan;
import fr.educentre.assidu.rules.LearnerFacts.SessionOutcome;
import fr.educentre.assidu.rules.LearnerFacts.TrainerAbsence;
import fr.educentre.assidu.rules.LearnerFacts.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each figure of a learner at its edges, and the day on which the clock alone may change it. Today is Monday. */
class LearnerMeasuresTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate ENROLLED = LocalDate.of(2026, 9, 1);
    private static final Instant NOW = TODAY.atTime(10, 0).atZone(PARIS).toInstant();

    private final List<SessionOutcome> sessions = new ArrayList<>();
    private final List<Funding> fundings = new ArrayList<>();
    private final List<ModulePlan> modules = new ArrayList<>();
    private final List<TrainerAbsence> trainerAbsences = new ArrayList<>();
    private final List<Work> work = new ArrayList<>();
    private final List<ConnectionDay> connections = new ArrayList<>();
    private @Nullable LocalDate enrolled = ENROLLED;
    private @Nullable String accommodations;
    private @Nullable String outside;
    private @Nullable LocalDate outsideUntil;
    private @Nullable Instant lastActivity;
    private @Nullable Instant nextDue;
    private boolean underReview;
    private int credited;
    private int agreed = 6_000;
    private int remaining;

    @Test
    void a_half_day_is_absent_when_all_of_its_sessions_are_and_counts_within_the_window() {
        absent(30);
        absent(29);
        absent(2);
        session(2, 11, "PRESENT", null, 210, 0, 0);
        var measures = measures();
        Measure month = measures.halfDays("ALL", "", 30);
        assertThat(month.value()).isEqualTo(1);
        assertThat(month.sessions()).containsExactly(sessions.get(1).sessionId());
        assertThat(french(month)).containsExactly("dim. 25 oct. matin");
        assertThat(month.episode()).isEqualTo("2026-10-24");
        assertThat(measures.halfDays("ALL", "", 31).value()).isEqualTo(2);
        assertThat(on(measures)).as("the first one leaves the window").isEqualTo(TODAY.plusDays(1));
    }

    @Test
    void an_episode_goes_on_while_its_days_are_less_than_a_window_apart() {
        absent(20);
        absent(14);
        absent(7);
        assertThat(measures().halfDays("ALL", "", 7).episode()).isEqualTo("2026-11-16");
        assertThat(measures().halfDays("ALL", "", 8).episode()).isEqualTo("2026-11-03");
    }

    @Test
    void absences_are_chosen_by_what_a_sentence_names() {
        outcome(3, "ABSENT", "JUSTIFIED", "IN_PERSON", details("M1", "S1", "SICKNESS", null, 0));
        outcome(2, "ABSENT", "UNJUSTIFIED", "VIDEO", details("M2", "S2", null, null, 0));
        var measures = measures();
        for (String[] chosen : new String[][] {
            {"JUSTIFICATION", "JUSTIFIED"},
            {"REASON", "SICKNESS"},
            {"MODALITY", "IN_PERSON"},
            {"MODULE", "m1"},
            {"WEEKDAY", "friday"},
            {"SITE", "s1"}
        }) {
            assertThat(measures.halfDays(chosen[0], chosen[1], 30).sessions())
                    .as(chosen[0])
                    .containsExactly(sessions.getFirst().sessionId());
        }
        assertThat(measures.halfDays("ALL", "", 30).value()).isEqualTo(2);
        assertThat(measures.halfDaysBetween("ALL", "", "2026-11-20", "2026-11-20")
                        .value())
                .isEqualTo(1);
        assertThat(measures.halfDaysBetween("ALL", "", "2026-11-21", "2026-11-30")
                        .episode())
                .isEqualTo("2026-11-21");
        assertThat(measures.missedSessions("VIDEO", 3).value()).isEqualTo(1);
        assertThat(measures.missedSessions("ONLINE", 30).value()).isZero();
    }

    @Test
    void hours_missed_are_all_of_an_absence_and_what_lacks_of_a_partial_presence() {
        absent(5);
        session(4, 9, "PARTIAL", null, 90, 0, 0);
        session(3, 9, "PARTIAL", null, 240, 0, 0);
        session(2, 9, "LATE", null, 150, 60, 0);
        assertThat(measures().hours("ALL", "", 30).value()).isEqualTo(5.5);
        assertThat(french(measures().hours("ALL", "", 30))).hasSize(2);
        assertThat(measures().hours("ALL", "", 5).value()).isEqualTo(2);
        assertThat(measures()
                        .hoursBetween("ALL", "", "2026-11-18", "2026-11-18")
                        .value())
                .isEqualTo(3.5);
    }

    @Test
    void the_run_of_absences_is_ended_by_a_presence_and_neither_by_the_unknown_nor_by_an_exemption() {
        session(6, 9, "PARTIAL", null, 100, 0, 0);
        absent(5);
        session(4, 9, "AWAITING_DATA", null, 0, 0, 0);
        session(3, 9, "EXEMPT", null, 0, 0, 0);
        absent(2);
        Measure run = measures().consecutiveAbsentHalfDays();
        assertThat(run.value()).isEqualTo(2);
        assertThat(run.episode()).isEqualTo("2026-11-18/AM");
        session(1, 9, "LATE", null, 200, 10, 0);
        assertThat(measures().consecutiveAbsentHalfDays().value()).isZero();
        assertThat(measures().consecutiveAbsentHalfDays().episode()).isEmpty();
    }

    @Test
    void lateness_counts_beyond_what_an_accommodation_tolerates() {
        session(4, 9, "LATE", null, 190, 20, 0);
        session(3, 9, "LATE", null, 189, 21, 0);
        session(2, 9, "LEFT_EARLY", null, 180, 0, 30);
        session(1, 9, "LEFT_EARLY", null, 205, 0, 5);
        var strict = measures();
        assertThat(strict.lateArrivals(30).value()).isEqualTo(2);
        assertThat(strict.earlyDepartures(30).value()).isEqualTo(2);
        assertThat(strict.lateOrEarly(30).value()).isEqualTo(4);
        assertThat(strict.lateMinutes(30).value()).isEqualTo(41);
        assertThat(strict.lostMinutes(30).value()).isEqualTo(76);
        assertThat(strict.accommodated().holds()).isFalse();
        accommodations = "Retard toléré de 20 minutes, dispensée le vendredi";
        var tolerant = measures();
        assertThat(tolerant.accommodated().holds()).isTrue();
        assertThat(tolerant.lateArrivals(30).value()).as("Friday is let off").isZero();
        assertThat(tolerant.lateOrEarly(30).value()).isEqualTo(1);
        assertThat(tolerant.lostMinutes(30).value()).isEqualTo(30);
        accommodations = "Retard toléré : 20 min";
        assertThat(measures().lateArrivals(30).value()).isEqualTo(1);
        assertThat(measures().lateMinutes(30).value()).isEqualTo(21);
    }

    @Test
    void a_rate_is_of_closed_sessions_and_unknown_without_any() {
        assertThat(measures().attendanceRate().known()).isFalse();
        outcome(10, "ABSENT", null, "VIDEO", details("M1", null, null, null, 0));
        outcome(3, "PRESENT", null, "VIDEO", details("M2", null, null, null, 0));
        open(2);
        var measures = measures();
        assertThat(measures.attendanceRate().value()).isEqualTo(50);
        assertThat(measures.attendanceRate().episode()).isEqualTo("2026-09-01");
        assertThat(measures.attendanceRate().sessions())
                .containsExactly(sessions.getFirst().sessionId());
        assertThat(measures.attendanceRateOver(10).value()).isEqualTo(100);
        assertThat(measures.attendanceRateOver(11).value()).isEqualTo(50);
        assertThat(measures.attendanceRateIn("M1").value()).isZero();
        assertThat(measures.absentShare("ALL", "").value()).isEqualTo(50);
        assertThat(measures.absentShare("MODALITY", "ONLINE").value()).isZero();
        assertThat(measures.absentShareIn("M1").value()).isEqualTo(100);
        assertThat(measures.absentShareIn("M3").known()).isFalse();
        assertThat(on(measures)).isEqualTo(TODAY.plusDays(1));
    }

    @Test
    void a_session_to_come_is_not_counted_and_is_a_day_to_look_again() {
        absent(-2);
        var measures = measures();
        assertThat(measures.halfDays("ALL", "", 30).value()).isZero();
        assertThat(on(measures)).isEqualTo(TODAY.plusDays(2));
    }

    @Test
    void hours_are_of_the_enrolment_or_of_a_funding_by_code_or_kind() {
        credited = 1_500;
        remaining = 3_000;
        fundings.add(new Funding("F-1", "CPF", 1_000, 250, 500));
        fundings.add(new Funding("F-2", "CPF", 1_000, 250, 500));
        fundings.add(new Funding("F-3", "OPCO", 500, 500, 0));
        var measures = measures();
        assertThat(measures.hoursCompletion("").value()).isEqualTo(25);
        assertThat(measures.hoursCompletion("CPF").value()).isEqualTo(25);
        assertThat(measures.hoursCompletion("f-3").value()).isEqualTo(100);
        assertThat(measures.hoursCompletion("REGION").known()).isFalse();
        assertThat(on(measures)).isNull();
        assertThat(measures.hoursForecast("").value()).isEqualTo(75);
        assertThat(measures.hoursForecast("CPF").value()).isEqualTo(75);
        assertThat(on(measures)).isEqualTo(TODAY.plusDays(1));
        agreed = 0;
        remaining = 0;
        var none = measures();
        assertThat(none.hoursForecast("").known()).isFalse();
        assertThat(on(none)).isNull();
    }

    @Test
    void a_modules_completion_is_of_its_planned_minutes_by_code_or_title() {
        modules.add(new ModulePlan("M0", "Vide", 0));
        modules.add(new ModulePlan("M1", "Vente", 400));
        outcome(3, "PRESENT", null, "VIDEO", details("M1", null, null, null, 180));
        outcome(2, "PRESENT", null, "VIDEO", details("M2", null, null, null, 90));
        assertThat(measures().moduleCompletion("m1").value()).isEqualTo(45);
        assertThat(measures().moduleCompletion("vente").known()).isTrue();
        assertThat(measures().moduleCompletion("M0").known()).isFalse();
        assertThat(measures().moduleCompletion("M9").known()).isFalse();
    }

    @Test
    void inactivity_runs_from_the_last_activity_or_from_the_enrolment() {
        assertThat(measures().inactiveDays().value()).isEqualTo(83);
        assertThat(measures().inactiveDaysWithDueWithin(7).known()).isFalse();
        lastActivity = noon(4);
        nextDue = noon(-7);
        var measures = measures();
        assertThat(measures.inactiveDays().value()).isEqualTo(4);
        assertThat(measures.inactiveDays().episode()).isEqualTo("2026-11-19");
        assertThat(measures.inactiveDaysWithDueWithin(7).value()).isEqualTo(4);
        assertThat(measures.inactiveDaysWithDueWithin(6).known()).isFalse();
        assertThat(on(measures)).isEqualTo(TODAY.plusDays(1));
        lastActivity = noon(-1);
        assertThat(measures().inactiveDays().value()).isZero();
        lastActivity = null;
        enrolled = null;
        assertThat(measures().inactiveDays().known()).isFalse();
    }

    @Test
    void connection_is_measured_over_days_spent_enrolled_and_against_the_work_due_before_today() {
        connections.add(new ConnectionDay(TODAY.minusDays(7), 50));
        connections.add(new ConnectionDay(TODAY.minusDays(6), 30));
        connections.add(new ConnectionDay(TODAY, 10));
        connections.add(new ConnectionDay(TODAY.plusDays(1), 99));
        assertThat(measures().connectionMinutes(7).value()).isEqualTo(40);
        assertThat(measures().connectionMinutes(8).value()).isEqualTo(90);
        assertThat(measures().connectionShare().known()).isFalse();
        work.add(new Work("Fiche", "M1", false, 120, TODAY.minusDays(1), "OPEN"));
        work.add(new Work("Plus tard", "M1", false, 300, TODAY, "OPEN"));
        var measures = measures();
        assertThat(measures.connectionShare().value()).isEqualTo(75);
        assertThat(on(measures)).as("what is due today is late tomorrow").isEqualTo(TODAY.plusDays(1));
        enrolled = TODAY.minusDays(5);
        var young = measures();
        assertThat(young.connectionMinutes(6).value()).isEqualTo(10);
        assertThat(measures().connectionMinutes(7).known()).isFalse();
    }

    @Test
    void work_is_late_the_day_after_it_was_due() {
        work.add(new Work("Fiche", "M1", false, 60, TODAY.minusDays(3), "OPEN"));
        work.add(new Work("Faite", "M1", false, 60, TODAY.minusDays(3), "ACHIEVED"));
        work.add(new Work("Aujourd'hui", "M1", false, 60, TODAY, "OPEN"));
        work.add(new Work("Sans date", "M2", false, 60, null, "OPEN"));
        work.add(new Work("Quiz", "M2", true, 60, TODAY.minusDays(2), "OPEN"));
        work.add(new Work("Oral", "M2", true, 60, TODAY.minusDays(1), "FAILED"));
        var measures = measures();
        assertThat(measures.lateActivities().value()).isEqualTo(1);
        assertThat(french(measures.lateActivities())).containsExactly("Fiche (ven. 20 nov.)");
        assertThat(measures.lateActivities().episode()).isEqualTo("2026-11-20");
        assertThat(french(measures.evaluationsNotTaken())).containsExactly("Quiz (sam. 21 nov.)");
        assertThat(french(measures.evaluationsFailed())).containsExactly("Oral (dim. 22 nov.)");
        assertThat(measures.moduleOpenAfter("m1", "2026-11-22").holds()).isTrue();
        assertThat(measures.moduleOpenAfter("M1", "2026-11-23").holds()).isFalse();
        assertThat(french(measures.moduleOpenAfter("M2", "2026-11-22"))).contains("Sans date");
        assertThat(measures.moduleOpenAfter("M3", "2026-11-22").holds()).isFalse();
        assertThat(measures.distanceLearner().holds()).isTrue();
    }

    @Test
    void a_learner_from_afar_has_something_to_follow_and_no_session_in_a_room() {
        assertThat(measures().distanceLearner().holds()).isFalse();
        outcome(3, "PRESENT", null, "VIDEO", Details.NONE);
        assertThat(measures().distanceLearner().holds()).isTrue();
        outcome(2, "PRESENT", null, "IN_PERSON", Details.NONE);
        assertThat(measures().distanceLearner().holds()).isFalse();
    }

    @Test
    void working_days_without_a_document_run_from_the_oldest_absence_that_waits() {
        assertThat(measures().workingDaysWithoutDocument().known()).isFalse();
        outcome(6, "ABSENT", "JUSTIFIED", "VIDEO", Details.NONE);
        outcome(5, "ABSENT", "TO_JUSTIFY", "VIDEO", Details.NONE);
        outcome(4, "ABSENT", "UNJUSTIFIED", "VIDEO", Details.NONE);
        outcome(3, "PARTIAL", "TO_JUSTIFY", "VIDEO", Details.NONE);
        var measures = measures();
        Measure waiting = measures.workingDaysWithoutDocument();
        assertThat(waiting.value()).isEqualTo(3);
        assertThat(waiting.episode()).isEqualTo("2026-11-18/AM");
        assertThat(french(waiting)).containsExactly("mer. 18 nov. matin", "jeu. 19 nov. matin");
        assertThat(waiting.sessions()).hasSize(2);
        assertThat(on(measures)).isEqualTo(TODAY.plusDays(1));
    }

    @Test
    void sessions_lost_to_a_trainers_absence_count_within_the_window() {
        UUID moved = new UUID(5, 5);
        trainerAbsences.add(new TrainerAbsence(new UUID(5, 4), TODAY.minusDays(7)));
        trainerAbsences.add(new TrainerAbsence(moved, TODAY.minusDays(6)));
        var measures = measures();
        Measure lost = measures.trainerAbsences(7);
        assertThat(lost.value()).isEqualTo(1);
        assertThat(lost.sessions()).containsExactly(moved);
        assertThat(lost.episode()).isEqualTo("2026-11-17");
        assertThat(french(lost)).containsExactly("mar. 17 nov.");
        assertThat(on(measures)).isEqualTo(TODAY.plusDays(1));
        assertThat(measures().trainerAbsences(1).episode()).isEmpty();
    }

    @Test
    void someone_marked_absent_is_measured_while_the_session_is_held() {
        outcome(0, "ABSENT", null, "VIDEO", details(null, null, null, null, 0));
        var measures = measures();
        Measure marked = measures.minutesMarkedAbsent();
        assertThat(marked.value()).isEqualTo(60);
        assertThat(marked.atLeast(60)).isTrue();
        assertThat(measures.clock().lookAgain().at()).isNull();
        assertThat(marked.atLeast(90)).isFalse();
        assertThat(measures.clock().lookAgain().at()).isEqualTo(NOW.plusSeconds(30 * 60));
        assertThat(marked.atLeast(75)).isFalse();
        assertThat(measures.clock().lookAgain().at())
                .as("the first moment of all")
                .isEqualTo(NOW.plusSeconds(15 * 60));
        sessions.clear();
        outcome(1, "ABSENT", null, "VIDEO", details(null, null, null, null, 0));
        assertThat(measures().minutesMarkedAbsent().known()).as("over").isFalse();
    }

    @Test
    void a_sheet_not_signed_and_a_decision_not_taken_age_from_their_own_moment() {
        outcome(1, "PRESENT", null, "VIDEO", unsigned(1, "TRAINER"));
        outcome(0, "PRESENT", null, "VIDEO", unsigned(0, "TRAINER"));
        assertThat(measures().minutesUnsigned("TRAINER").value()).isEqualTo(21 * 60 + 30);
        assertThat(measures().minutesUnsigned("LEARNER").known()).isFalse();
        outcome(9, "ABSENT", "UNDER_REVIEW", "VIDEO", details(null, null, null, noon(3), 0));
        outcome(8, "ABSENT", "JUSTIFIED", "VIDEO", details(null, null, null, noon(5), 0));
        outcome(7, "ABSENT", "UNDER_REVIEW", "VIDEO", Details.NONE);
        assertThat(measures().daysUndecided().value())
                .as("two days and twenty-two hours")
                .isEqualTo(2);
        assertThat(measures().daysUndecided().sessions()).hasSize(1);
    }

    @Test
    void a_situation_is_told_by_what_it_is() {
        var measures = measures();
        assertThat(List.of(
                        measures.fundedBy("CPF").holds(),
                        measures.inGroup("grp-1").holds(),
                        measures.inProgramme("p-1").holds(),
                        measures.atSite("s-1").holds(),
                        measures.apprentice().holds(),
                        measures.relaunchRunning().holds()))
                .containsOnly(true);
        assertThat(List.of(
                        measures.fundedBy("OPCO").holds(),
                        measures.inGroup("GRP-2").holds(),
                        measures.inProgramme("P-2").holds(),
                        measures.atSite("S-2").holds(),
                        measures.minor().holds(),
                        measures.justificationUnderReview().holds(),
                        measures.outsideTraining("ANY").holds()))
                .containsOnly(false);
        outside = "COMPANY";
        outsideUntil = TODAY.plusDays(4);
        assertThat(measures().outsideTraining("COMPANY").holds()).isTrue();
        assertThat(measures().outsideTraining("INTERRUPTED").holds()).isFalse();
        assertThat(measures().outsideTraining("ANY").holds()).isTrue();
        assertThat(on(measures())).isEqualTo(TODAY.plusDays(4));
        outside = "CLOSURE";
        assertThat(measures().outsideTraining("ANY").holds()).isFalse();
        underReview = true;
        assertThat(measures().outsideTraining("ANY").holds()).isTrue();
    }

    @Test
    void a_period_holds_from_its_first_day_to_its_last_and_is_looked_at_again_on_each() {
        assertThat(measures().during("2026-11-23", "2026-11-23").holds()).isTrue();
        assertThat(measures().during("2026-11-24", "2026-11-30").holds()).isFalse();
        assertThat(measures().during("2026-11-01", "2026-11-22").holds()).isFalse();
        var before = measures();
        before.during("2026-11-25", "2026-11-30");
        assertThat(on(before)).isEqualTo(LocalDate.of(2026, 11, 25));
        var within = measures();
        within.during("2026-11-01", "2026-11-30");
        assertThat(on(within)).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void a_figure_is_compared_only_when_it_is_known() {
        Measure three = Measure.of(3, "e");
        assertThat(three.atLeast(3)).isTrue();
        assertThat(three.atLeast(4)).isFalse();
        assertThat(three.over(2.9)).isTrue();
        assertThat(three.over(3)).isFalse();
        assertThat(three.under(3)).isFalse();
        assertThat(three.under(3.1)).isTrue();
        assertThat(three.holds()).isFalse();
        Measure unknown = Measure.unknown();
        assertThat(unknown.atLeast(0)).isFalse();
        assertThat(unknown.over(-1)).isFalse();
        assertThat(unknown.under(1)).isFalse();
        assertThat(unknown.holds()).isFalse();
        assertThat(three.value()).isCloseTo(3, within(0.0));
        assertThat(three.episode()).isEqualTo("e");
        assertThat(three.sessions()).isEmpty();
    }

    @Test
    void a_figure_asked_twice_is_measured_once() {
        absent(2);
        var measures = measures();
        assertThat(measures.lateArrivals(7)).isSameAs(measures.lateArrivals(7));
        assertThat(measures.halfDays("ALL", "", 7)).isNotSameAs(measures.halfDays("ALL", "", 8));
        assertThat(measures.order()).isEqualTo(4);
    }

    private static @Nullable LocalDate on(LearnerMeasures measures) {
        LookAgain again = measures.clock().lookAgain();
        return again.on();
    }

    private LearnerMeasures measures() {
        return new LearnerMeasures(
                new LearnerFacts(
                        new LearnerFacts.Learner(new UUID(5, 1), "Léa Martin", null, "GRP-1", true, false),
                        new LearnerFacts.Moment(PARIS, TODAY, NOW),
                        new LearnerFacts.Enrolment(enrolled, Set.of("CPF"), agreed, credited),
                        new LearnerFacts.Pending(true, underReview),
                        new LearnerFacts.Activity(lastActivity, nextDue),
                        List.copyOf(sessions),
                        new Course(
                                "P-1",
                                "S-1",
                                new Course.Away(outside, outsideUntil),
                                accommodations,
                                fundings,
                                new Course.Plan(remaining, modules),
                                trainerAbsences,
                                new Course.Distance(work, connections))),
                4);
    }

    private void absent(int daysAgo) {
        session(daysAgo, 9, "ABSENT", "UNJUSTIFIED", 0, 0, 0);
    }

    private void open(int daysAgo) {
        add(daysAgo, 9, "AWAITING_DATA", null, "VIDEO", new SessionOutcome.Minutes(210, 0, 0, 0), false, Details.NONE);
    }

    private void session(
            int daysAgo, int hour, String status, @Nullable String justification, int observed, int late, int early) {
        add(
                daysAgo,
                hour,
                status,
                justification,
                "VIDEO",
                new SessionOutcome.Minutes(210, observed, late, early),
                true,
                Details.NONE);
    }

    private void outcome(int daysAgo, String status, @Nullable String justification, String modality, Details details) {
        Details dated = details.endsAt() == null && !details.equals(Details.NONE)
                ? new Details(
                        at(daysAgo, 12, 30),
                        details.moduleCode(),
                        details.site(),
                        details.reason(),
                        details.underReviewSince(),
                        details.creditedMinutes(),
                        details.unsignedBy())
                : details;
        int observed = status.equals("PRESENT") ? 210 : 0;
        add(daysAgo, 9, status, justification, modality, new SessionOutcome.Minutes(210, observed, 0, 0), true, dated);
    }

    private void add(
            int daysAgo,
            int hour,
            String status,
            @Nullable String justification,
            String modality,
            SessionOutcome.Minutes minutes,
            boolean closed,
            Details details) {
        LocalDate day = TODAY.minusDays(daysAgo);
        sessions.add(new SessionOutcome(
                new SessionOutcome.Session(
                        new UUID(4, sessions.size()), "Séance", null, modality, at(daysAgo, hour, 0), day, day + "/AM"),
                status,
                justification,
                minutes,
                closed,
                details));
    }

    private static Details details(
            @Nullable String module,
            @Nullable String site,
            @Nullable String reason,
            @Nullable Instant underReviewSince,
            int credited) {
        return new Details(null, module, site, reason, underReviewSince, credited, Set.of("NOBODY"));
    }

    private static Details unsigned(int daysAgo, String by) {
        return new Details(at(daysAgo, 12, 30), null, null, null, null, 0, Set.of(by));
    }

    private static Instant noon(int daysAgo) {
        return at(daysAgo, 12, 0);
    }

    private static Instant at(int daysAgo, int hour, int minute) {
        return TODAY.minusDays(daysAgo).atTime(hour, minute).atZone(PARIS).toInstant();
    }

    private static List<String> french(Measure measure) {
        return measure.occasions().stream().map(one -> one.in(Locale.FRENCH)).toList();
    }
}
