package fr.educentre.assidu.signing.internal;

import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.signing.SignedStatement;
import fr.educentre.assidu.signing.SignedStatement.Over;
import fr.educentre.assidu.signing.SignedStatement.Role;
import fr.educentre.assidu.signing.SignedStatement.Signer;
import fr.educentre.assidu.signing.SignedStatement.Slot;
import fr.educentre.assidu.signing.SignedStatement.Times;
import fr.educentre.assidu.signing.Signing.Act;
import fr.educentre.assidu.signing.Signing.Signed;
import fr.educentre.assidu.signing.SigningMeans;
import fr.educentre.assidu.signing.Strokes;
import fr.educentre.assidu.training.SessionInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds a signature to the chain, to the journal and to the evidence, all or nothing. The caller holds the session's chain. */
@Component
class SignatureWriter {

    /** What the journal's entries about the signatures of a session are filed under. */
    static final String SUBJECT = "signature";

    private static final int LONGEST = 200;

    private final SignatureStore store;
    private final SignatureTraces traces;
    private final ActorJournal journal;

    SignatureWriter(SignatureStore store, SignatureTraces traces, ActorJournal journal) {
        this.store = store;
        this.traces = traces;
        this.journal = journal;
    }

    /** @param chain as it stands */
    Signed add(
            List<StoredSignature> chain, SessionInfo session, Signer who, Act act, Times times, @Nullable Over over) {
        Strokes strokes = act.means() == SigningMeans.DRAWN ? act.strokes() : Strokes.NONE;
        var statement = new SignedStatement(
                chain.isEmpty() ? 1 : chain.getLast().place().number() + 1,
                Slot.of(session),
                who,
                act.means(),
                storable(act.device()),
                times,
                strokes.isEmpty() ? null : SignatureHashes.ofText(strokes.text()),
                over);
        StoredSignature one = linked(chain, statement);
        store.add(one, strokes);
        journal.record(JournalRecord.of("signing.signed", SUBJECT, session.id().toString())
                .learner(one.signer().learnerId())
                .after(Map.of(
                        "number", statement.number(),
                        "hash", one.hashes().own(),
                        "role", who.role().name(),
                        "means", act.means().name())));
        traces.record(one.id(), statement, one.hashes().own());
        return new Signed(one.id(), statement, one.hashes().own());
    }

    private static StoredSignature linked(List<StoredSignature> chain, SignedStatement statement) {
        String text = SignatureChain.text(statement);
        String said = SignatureHashes.ofText(text);
        String previous = head(chain);
        UUID who = statement.who().id();
        boolean learner = statement.who().role() == Role.LEARNER;
        return new StoredSignature(
                TimeOrderedId.next(),
                new StoredSignature.Place(statement.session().id(), statement.number()),
                new StoredSignature.Signer(
                        learner ? who : null,
                        learner ? null : who,
                        statement.means().name()),
                statement.times().signedAt(),
                text,
                new StoredSignature.Hashes(said, previous, SignatureHashes.ofLink(previous, said)));
    }

    static String head(List<StoredSignature> chain) {
        return chain.isEmpty()
                ? SignatureHashes.BEGINNING
                : chain.getLast().hashes().own();
    }

    /** A browser may call itself anything. */
    private static String storable(String device) {
        String plain = device.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
