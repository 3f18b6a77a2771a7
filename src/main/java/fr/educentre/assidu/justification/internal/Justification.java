package fr.educentre.assidu.justification.internal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** What a learner brings for absences, and what was decided of it. */
@Entity
class Justification {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private @Nullable UUID id;

    private UUID learnerId;
    private String reasonCode;
    private @Nullable String comment;
    private @Nullable Instant fromAt;
    private @Nullable Instant toAt;

    @Enumerated(EnumType.STRING)
    private ReviewState state = ReviewState.SUBMITTED;

    private Instant submittedAt;
    private String submittedBy;
    private @Nullable UUID submittedByAccount;
    /** Filed by somebody else than the learner. */
    private boolean onBehalf;

    private boolean medical;
    /** Of the learner's own life, health or family; what is read of it does not tell which. */
    private boolean personal;

    private @Nullable String documentCheckedBy;
    private @Nullable Instant documentCheckedAt;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String decisionNote;
    private Instant createdAt;
    /** Of the rule set it was filed under; null for those filed before it was kept. */
    private @Nullable Integer termsVersion;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "justification_session", joinColumns = @JoinColumn(name = "justification_id"))
    @Column(name = "session_id")
    private Set<UUID> sessionIds = new LinkedHashSet<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Justification() {}

    Justification(UUID learnerId, String reasonCode, boolean medical, @Nullable String comment, Instant now) {
        this.learnerId = learnerId;
        this.reasonCode = reasonCode;
        this.medical = medical;
        this.comment = comment;
        this.submittedAt = now;
        this.createdAt = now;
        this.submittedBy = "";
    }

    Justification by(Filer filer) {
        submittedBy = filer.name();
        submittedByAccount = filer.account();
        onBehalf = filer.onBehalf();
        return this;
    }

    Justification ofPrivateLife(boolean privateLife) {
        personal = privateLife;
        return this;
    }

    Justification over(@Nullable Instant from, @Nullable Instant to) {
        fromAt = from;
        toAt = to;
        return this;
    }

    Justification under(int terms) {
        termsVersion = terms;
        return this;
    }

    void cover(Collection<UUID> sessions) {
        sessionIds.addAll(sessions);
    }

    boolean covers(UUID sessionId, Instant startsAt) {
        return sessionIds.contains(sessionId)
                || (fromAt != null && toAt != null && !startsAt.isBefore(fromAt) && startsAt.isBefore(toAt));
    }

    boolean overlaps(Instant from, Instant to) {
        return fromAt != null && toAt != null && fromAt.isBefore(to) && from.isBefore(toAt);
    }

    void documentChecked(String by, Instant at) {
        requireOpen();
        documentCheckedBy = by;
        documentCheckedAt = at;
    }

    void decide(ReviewState outcome, String by, @Nullable String note, Instant at) {
        requireOpen();
        state = outcome;
        decidedBy = by;
        decidedAt = at;
        decisionNote = note;
    }

    private void requireOpen() {
        if (state != ReviewState.SUBMITTED) {
            throw new IllegalStateException("Justification " + id + " is " + state);
        }
    }

    UUID id() {
        if (id == null) {
            throw new IllegalStateException("Not saved yet");
        }
        return id;
    }

    UUID learnerId() {
        return learnerId;
    }

    String reasonCode() {
        return reasonCode;
    }

    boolean medical() {
        return medical;
    }

    boolean personal() {
        return personal;
    }

    @Nullable
    String comment() {
        return comment;
    }

    @Nullable
    Instant from() {
        return fromAt;
    }

    @Nullable
    Instant to() {
        return toAt;
    }

    @Nullable
    Integer termsVersion() {
        return termsVersion;
    }

    ReviewState state() {
        return state;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    String submittedBy() {
        return submittedBy;
    }

    boolean onBehalf() {
        return onBehalf;
    }

    @Nullable
    UUID submittedByAccount() {
        return submittedByAccount;
    }

    @Nullable
    String documentCheckedBy() {
        return documentCheckedBy;
    }

    @Nullable
    Instant documentCheckedAt() {
        return documentCheckedAt;
    }

    @Nullable
    String decidedBy() {
        return decidedBy;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    @Nullable
    String decisionNote() {
        return decisionNote;
    }

    Set<UUID> sessionIds() {
        return sessionIds;
    }
}
