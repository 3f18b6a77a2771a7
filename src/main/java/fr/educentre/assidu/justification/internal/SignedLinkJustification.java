package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.OpenTo;
import fr.educentre.assidu.access.SignedLinks.Opened;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.justification.Justifications.Reason;
import fr.educentre.assidu.justification.Justifications.Submission;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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
    private final JustificationPages pages;
    private final Learners learners;
    private final JustificationSubmission filing;
    private final Centre centre;

    SignedLinkJustification(
            JustificationLinks links,
            JustificationPages pages,
            Learners learners,
            JustificationSubmission filing,
            Centre centre) {
        this.links = links;
        this.pages = pages;
        this.learners = learners;
        this.filing = filing;
        this.centre = centre;
    }

    /** Whom to call, whatever became of the link. */
    public String phone() {
        return centre.organisation().contact().phone();
    }

    public String organisation() {
        return centre.organisation().name();
    }

    /**
     * Empty when the link is unknown or no longer valid.
     *
     * @param from the address that asks, of the network
     * @throws Refusal BUSY where that address tries unknown links again and again
     */
    @Transactional
    @OpenTo(value = OpenTo.Audience.VISITOR, because = "the link is the right")
    public Optional<Page> open(String token, String from) {
        return links.openFrom(token, from).map(this::page);
    }

    /** Files as the recipient of the link, the learner or a guardian; refused NOT_FOUND when the link is no longer valid. */
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
                JustificationLinks.guardian(opened)
                        .map(Filer::guardian)
                        .orElseGet(() -> Filer.learner(learner.name(), null)));
    }

    private Page page(Opened opened) {
        return pages.of(learners.get(opened.subjectId()), opened.payload().getOrDefault("halfDay", ""));
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

    /**
     * More that was asked of what the learner had brought, and is still awaited.
     *
     * @param question as the person who decided wrote it
     * @param sent what had been brought before
     */
    public record Complement(String question, Set<UUID> sessions, Sent sent) {}

    /** @param reasonCode of the catalogue; @param fileName null where there was no document */
    public record Sent(
            Instant at,
            String reasonCode,
            String reason,
            @Nullable String comment,
            @Nullable String fileName) {}

    public record Page(
            String firstName, List<Line> lines, List<Complement> complements, ZoneId zone, List<Reason> reasons) {

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
