package fr.educentre.assidu.rules.engine;

import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.LearnerFacts.Course;
import fr.educentre.assidu.rules.LearnerFacts.Details;
import fr.educentre.assidu.rules.LearnerFacts.SessionOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A learner for the tests: one line a half-day. */
public final class Facts {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final UUID LEARNER = UUID.fromString("01900000-0000-7000-8000-000000000001");

    private final List<SessionOutcome> sessions = new ArrayList<>();
    private Set<String> funders = Set.of();
    private boolean relaunchRunning;
    private boolean underReview;
    private boolean apprentice;
    private boolean minor;
    private @Nullable String group = "GRP-1";
    private @Nullable Instant lastActivity;
    private @Nullable Instant nextDue;
    private Course course = Course.NONE;
    private int credited;

    public static Facts learner() {
        return new Facts();
    }

    Facts halfDay(int daysAgo, String part, String status, @Nullable String justification) {
        return session(daysAgo, part, status, justification, "VIDEO", 0, 0);
    }

    public Facts session(
            int daysAgo,
            String part,
            String status,
            @Nullable String justification,
            String modality,
            int late,
            int early) {
        LocalDate day = TODAY.minusDays(daysAgo);
        LocalTime at = part.equals("AM") ? LocalTime.of(9, 0) : LocalTime.of(14, 0);
        boolean there = !status.equals("ABSENT") && !status.equals("AWAITING_DATA");
        sessions.add(new SessionOutcome(
                new SessionOutcome.Session(
                        new UUID(daysAgo, sessions.size()),
                        "Séance",
                        null,
                        modality,
                        day.atTime(at).atZone(PARIS).toInstant(),
                        day,
                        day + "/" + part),
                status,
                justification,
                new SessionOutcome.Minutes(210, there ? 210 - late - early : 0, late, early),
                true));
        return this;
    }

    Facts detailed(int daysAgo, String status, @Nullable String justification, String modality, Details details) {
        session(daysAgo, "AM", status, justification, modality, 0, 0);
        var bare = sessions.removeLast();
        sessions.add(new SessionOutcome(
                new SessionOutcome.Session(
                        bare.sessionId(), bare.title(), "Vente", modality, bare.startsAt(), bare.day(), bare.halfDay()),
                status,
                justification,
                new SessionOutcome.Minutes(210, status.equals("PARTIAL") ? 90 : bare.observedMinutes(), 0, 0),
                true,
                details));
        return this;
    }

    /** Three hours and a half in the morning of module M1, at site S1. */
    static Details details(int daysAgo, @Nullable String reason, String... unsignedBy) {
        return new Details(
                TODAY.minusDays(daysAgo).atTime(12, 30).atZone(PARIS).toInstant(),
                "M1",
                "S1",
                reason,
                noon(TODAY.minusDays(daysAgo)),
                180,
                Set.of(unsignedBy));
    }

    Facts course(Course course) {
        this.course = course;
        return this;
    }

    Facts credited(int minutes) {
        this.credited = minutes;
        return this;
    }

    LearnerFacts at(Instant now) {
        return on(TODAY, now);
    }

    public Facts present(int daysAgo) {
        return halfDay(daysAgo, "AM", "PRESENT", null);
    }

    public Facts unjustified(int... daysAgo) {
        for (int day : daysAgo) {
            halfDay(day, "AM", "ABSENT", "UNJUSTIFIED");
        }
        return this;
    }

    public Facts funders(String... codes) {
        funders = Set.of(codes);
        return this;
    }

    Facts relaunchRunning() {
        relaunchRunning = true;
        return this;
    }

    public Facts underReview() {
        underReview = true;
        return this;
    }

    public Facts apprentice() {
        apprentice = true;
        return this;
    }

    public Facts minor() {
        minor = true;
        return this;
    }

    public Facts activity(@Nullable Integer lastDaysAgo, @Nullable Integer dueInDays) {
        lastActivity = lastDaysAgo == null ? null : noon(TODAY.minusDays(lastDaysAgo));
        nextDue = dueInDays == null ? null : noon(TODAY.plusDays(dueInDays));
        return this;
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(PARIS).toInstant();
    }

    public LearnerFacts on(LocalDate today) {
        return on(today, today.plusDays(1).atStartOfDay(PARIS).toInstant());
    }

    private LearnerFacts on(LocalDate today, Instant now) {
        return new LearnerFacts(
                new LearnerFacts.Learner(LEARNER, "Léa Martin", null, group, apprentice, minor),
                new LearnerFacts.Moment(PARIS, today, now),
                new LearnerFacts.Enrolment(LocalDate.of(2026, 9, 1), funders, 6000, credited),
                new LearnerFacts.Pending(relaunchRunning, underReview),
                new LearnerFacts.Activity(lastActivity, nextDue),
                List.copyOf(sessions),
                course);
    }

    public LearnerFacts today() {
        return on(TODAY);
    }
}
