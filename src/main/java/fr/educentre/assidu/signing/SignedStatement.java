package fr.educentre.assidu.signing;

import fr.educentre.assidu.training.SessionInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody signed, as it was written down and hashed.
 *
 * @param number in the session's chain, from 1
 * @param device what the browser calls itself, or what was told instead
 * @param strokes SHA-256 of the lines drawn, null where none were
 * @param over what a trainer signed over, null for a learner
 */
public record SignedStatement(
        int number,
        Slot session,
        Signer who,
        SigningMeans means,
        String device,
        Times times,
        @Nullable String strokes,
        @Nullable Over over) {

    // What is read back may lack what was written: then it is no statement.
    public SignedStatement {
        Objects.requireNonNull(session);
        Objects.requireNonNull(who);
        Objects.requireNonNull(means);
        Objects.requireNonNull(device);
        Objects.requireNonNull(times);
    }

    /** The half-day that was signed for. */
    public record Slot(UUID id, String title, Instant from, Instant to, String zone) {

        public Slot {
            Objects.requireNonNull(id);
            Objects.requireNonNull(title);
            Objects.requireNonNull(from);
            Objects.requireNonNull(to);
            Objects.requireNonNull(zone);
        }

        /** Of a session, as it stood then. */
        public static Slot of(SessionInfo session) {
            return new Slot(
                    session.id(),
                    session.title(),
                    session.startsAt(),
                    session.endsAt(),
                    session.zone().getId());
        }
    }

    /**
     * Who signed, and why they are taken for it.
     *
     * @param account the name of whose device or account it was
     */
    public record Signer(Role role, UUID id, String name, Identification identifiedBy, String account) {

        public Signer {
            Objects.requireNonNull(role);
            Objects.requireNonNull(id);
            Objects.requireNonNull(name);
            Objects.requireNonNull(identifiedBy);
            Objects.requireNonNull(account);
        }
    }

    /** In which role somebody signs. */
    public enum Role {
        LEARNER,
        TRAINER
    }

    /** How it is known who signed. */
    public enum Identification {
        /** The trainer, whose device it was, was there. */
        TRAINER_DEVICE,
        /** An account of their own. */
        ACCOUNT
    }

    /**
     * When.
     *
     * @param signedAt by our clock: for one without a connection, counted back from when it came
     * @param localTime the same where the session is held, with its offset
     * @param receivedAt when it came
     * @param deviceAt by the clock of the device, null where it told none
     */
    public record Times(
            Instant signedAt,
            String localTime,
            Instant receivedAt,
            @Nullable Instant deviceAt,
            boolean offline) {

        public Times {
            Objects.requireNonNull(signedAt);
            Objects.requireNonNull(localTime);
            Objects.requireNonNull(receivedAt);
        }
    }

    /**
     * What a trainer's signature covers.
     *
     * @param signed how many learners had signed
     * @param head hash of the signature before it
     * @param missing who had not signed
     */
    public record Over(int signed, String head, List<Missing> missing) {

        public Over {
            Objects.requireNonNull(head);
            missing = List.copyOf(missing);
        }
    }

    /** Somebody expected who had not signed. */
    public record Missing(UUID id, String name) {}
}
