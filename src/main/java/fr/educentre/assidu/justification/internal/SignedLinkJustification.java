package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.OpenTo;
import fr.educentre.assidu.access.SignedLinks.Opened;
import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.justification.Justifications.Reason;
import fr.educentre.assidu.justification.Justifications.Submission;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the bearer of a signed link sees and sends: the learner's own absences, without an account. */
@Service
public class SignedLinkJustification {

    private final JustificationLinks links;
    private final AbsenceCases cases;
    private final Sessions sessions;
    private final Learners learners;
    private final ReasonCatalogue reasons;
    private final JustificationRepository justifications;
    private final JustificationSubmission filing;
    private final Centre centre;
    private final Clock clock;

    SignedLinkJustification(
            JustificationLinks links,
            AbsenceCases cases,
            Sessions sessions,
            Learners learners,
            ReasonCatalogue reasons,
            JustificationRepository justifications,
            JustificationSubmission filing,
            Centre centre,
            Clock clock) {
        this.links = links;
        this.cases = cases;
        this.sessions = sessions;
        this.learners = learners;
        this.reasons = reasons;
        this.justifications = justifications;
        this.filing = filing;
        this.centre = centre;
        this.clock = clock;
    }

    /** Whom to call, whatever became of the link. */
    public String phone() {
        return centre.organisation().contact().phone();
    }

    public String organisation() {
        return centre.organisation().name();
    }

    /** Empty when the link is unknown or no longer valid. */
    @Transactional(readOnly = true)
    public Optional<Page> open(String token) {
        return links.open(token).map(this::page);
    }

    /** Files in the learner's name; refused NOT_FOUND when the link is no longer valid. */
    @Transactional
    @OpenTo(value = OpenTo.Audience.VISITOR, because = "the link is the right")
    public void submit(String token, Form form) {
        Opened opened = links.open(token).orElseThrow(() -> Refusal.notFound("document"));
        LearnerInfo learner = learners.get(opened.subjectId());
        filing.file(
                new Submission(
                        learner.id(),
                        new Submission.Absence(List.copyOf(form.sessions()), form.from(), form.to()),
                        new Submission.Reason(form.reasonCode(), form.comment()),
                        new Submission.Document(form.fileName(), form.document(), form.medicalDocument()),
                        learner.name()),
                false,
                null);
    }

    private Page page(Opened opened) {
        LearnerInfo learner = learners.get(opened.subjectId());
        String halfDay = opened.payload().getOrDefault("halfDay", "");
        List<AbsenceCase> all = cases.ofLearner(learner.id());
        Map<UUID, SessionInfo> slots =
                sessions.byIds(all.stream().map(one -> one.missed().sessionId()).toList());
        Map<UUID, String> notes = justifications.findByLearnerIdOrderByCreatedAtDesc(learner.id()).stream()
                .filter(one -> one.decisionNote() != null)
                .collect(java.util.stream.Collectors.toMap(
                        Justification::id, one -> String.valueOf(one.decisionNote())));
        Instant now = clock.instant();
        List<Line> lines = all.stream()
                .filter(absence -> slots.containsKey(absence.missed().sessionId()))
                .filter(absence ->
                        absence.missed().halfDay().equals(halfDay) || absence.state() == JustificationState.TO_JUSTIFY)
                .map(absence -> {
                    UUID by = absence.justification().id();
                    return new Line(
                            java.util.Objects.requireNonNull(
                                    slots.get(absence.missed().sessionId())),
                            absence.state(),
                            absence.deadline(),
                            absence.state() == JustificationState.TO_JUSTIFY
                                    && absence.deadline().isAfter(now),
                            late(absence, now),
                            absence.missed().halfDay().equals(halfDay),
                            by == null ? null : notes.get(by));
                })
                .sorted(Comparator.comparing((Line line) -> line.session().startsAt()))
                .toList();
        ZoneId zone = lines.isEmpty()
                ? ZoneId.of("Europe/Paris")
                : lines.getFirst().session().zone();
        return new Page(learner.firstName(), lines, zone, reasons.offered());
    }

    private static boolean late(AbsenceCase absence, Instant now) {
        return switch (absence.state()) {
            case TO_JUSTIFY, UNJUSTIFIED -> !absence.deadline().isAfter(now);
            case UNDER_REVIEW, JUSTIFIED -> false;
        };
    }

    /**
     * @param open may still be justified here
     * @param late neither justified nor under review, and its deadline has passed
     * @param asked by the very link that was opened
     */
    public record Line(
            SessionInfo session,
            JustificationState state,
            Instant deadline,
            boolean open,
            boolean late,
            boolean asked,
            @Nullable String note) {}

    public record Page(String firstName, List<Line> lines, ZoneId zone, List<Reason> reasons) {

        public boolean anythingOpen() {
            return lines.stream().anyMatch(Line::open);
        }

        /** What the link asked about was not justified in time. */
        public boolean tooLate() {
            return !anythingOpen() && lines.stream().anyMatch(line -> line.asked() && line.late());
        }
    }

    /** Sessions, or a period. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Form(
            Set<UUID> sessions,
            @Nullable Instant from,
            @Nullable Instant to,
            String reasonCode,
            @Nullable String comment,
            @Nullable String fileName,
            byte @Nullable [] document,
            boolean medicalDocument) {}
}
