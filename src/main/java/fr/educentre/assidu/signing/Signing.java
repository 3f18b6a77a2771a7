package fr.educentre.assidu.signing;

import fr.educentre.assidu.training.LearnerInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signing of a session's half-day. Each signature is recorded once, chained to the one before, and becomes evidence.
 *
 * <p>All methods throw a {@code Refusal}: NOT_FOUND, NOT_YOURS; CONFLICT where the moment is not the right one.
 */
public interface Signing {

    /**
     * Opens the sheet to signatures; an open one stays open.
     *
     * @throws fr.educentre.assidu.shell.Refusal CONFLICT outside its window, or for a session that is not held or closed
     */
    Sheet open(UUID sessionId);

    /** Closes it; a closed one stays closed. What was signed before without a connection is still taken. */
    Sheet close(UUID sessionId);

    /** As it stands now. */
    Sheet of(UUID sessionId);

    /**
     * A learner signs on the device of whoever holds the session. The first signature stands: another is answered by it.
     *
     * @throws fr.educentre.assidu.shell.Refusal NOT_FOUND for an unknown learner; INVALID for one who is not expected, or without
     *     lines where some were to be drawn; CONFLICT where the sheet was not open at that moment
     */
    Receipt signLearner(UUID sessionId, UUID learnerId, Act act);

    /**
     * The trainer signs over what was signed, from a quarter of an hour before the end. One who signed over all of it already
     * is answered by that signature.
     *
     * @throws fr.educentre.assidu.shell.Refusal CONFLICT where it is too early, or the session is not held
     */
    Receipt signTrainer(UUID sessionId, Act act);

    /** Each signature, in the order of the chain. */
    List<Proof> proofs(UUID sessionId);

    /** Recomputes the session's chain, and compares its end with the journal. */
    ChainVerification verify(UUID sessionId);

    /**
     * Somebody signing.
     *
     * @param strokes the lines drawn; nothing where it was confirmed
     * @param when null for a device with a connection
     */
    record Act(
            SigningMeans means,
            Strokes strokes,
            String device,
            @Nullable DeviceTime when) {

        /** Said by a button or a key. */
        public static Act confirmed(String device) {
            return new Act(SigningMeans.CONFIRMED, Strokes.NONE, device, null);
        }
    }

    /**
     * What the device said of the moment.
     *
     * @param at by its clock
     * @param sentAt by the same clock, null where it did not say
     * @param offline it had no connection then
     */
    record DeviceTime(Instant at, @Nullable Instant sentAt, boolean offline) {}

    /** @param isNew false where they had signed already */
    record Receipt(Signed signed, boolean isNew) {}

    /** Who signed, when and how; of a trainer who had not signed then. */
    record Signed(UUID signatureId, SignedStatement statement, String hash) {}

    /**
     * The sheet of a session.
     *
     * @param openedAt null while it is not open
     * @param opens from when it may be
     * @param closes until when
     * @param trainerFrom from when the trainer signs
     * @param expected by name
     */
    record Sheet(
            UUID sessionId,
            @Nullable Instant openedAt,
            Instant opens,
            Instant closes,
            Instant trainerFrom,
            List<LearnerInfo> expected,
            List<Signed> learners,
            List<Signed> trainers) {

        /** Whether it takes signatures. */
        public boolean isOpen() {
            return openedAt != null;
        }

        /** The learner's signature, if there is one. */
        public Optional<Signed> of(UUID learnerId) {
            return learners.stream()
                    .filter(one -> one.statement().who().id().equals(learnerId))
                    .findFirst();
        }

        /** Who is expected and has not signed. */
        public List<LearnerInfo> missing() {
            return expected.stream().filter(one -> of(one.id()).isEmpty()).toList();
        }

        /** The last signature of a trainer. */
        public Optional<Signed> trainer() {
            return trainers.isEmpty() ? Optional.empty() : Optional.of(trainers.getLast());
        }
    }

    /**
     * A signature with what shows that it was not changed.
     *
     * @param text the statement, word for word: its SHA-256 is {@code statementHash}
     * @param hash SHA-256 of the hash before and of the statement's, both as bytes
     */
    record Proof(
            UUID id,
            SignedStatement statement,
            String text,
            String statementHash,
            String previousHash,
            String hash,
            Strokes strokes) {}
}
