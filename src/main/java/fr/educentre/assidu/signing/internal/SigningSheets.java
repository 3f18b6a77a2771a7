package fr.educentre.assidu.signing.internal;

import fr.educentre.assidu.journal.JournalHistory;
import fr.educentre.assidu.signing.ChainVerification;
import fr.educentre.assidu.signing.Signing.Proof;
import fr.educentre.assidu.signing.Signing.Sheet;
import fr.educentre.assidu.signing.Signing.Signed;
import fr.educentre.assidu.signing.Strokes;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** A session's sheet and what proves it, as they stand. */
@Component
class SigningSheets {

    private final SignatureStore store;
    private final SigningPeriods periods;
    private final SigningWindow window;
    private final Sessions sessions;
    private final JournalHistory history;

    SigningSheets(
            SignatureStore store,
            SigningPeriods periods,
            SigningWindow window,
            Sessions sessions,
            JournalHistory history) {
        this.store = store;
        this.periods = periods;
        this.window = window;
        this.sessions = sessions;
        this.history = history;
    }

    Sheet of(SessionInfo session) {
        List<StoredSignature> chain = store.of(session.id());
        return new Sheet(
                session.id(),
                periods.openSince(session.id()).orElse(null),
                window.opens(session),
                window.closes(session),
                window.trainerFrom(session),
                sessions.expected(session.id()).stream()
                        .map(ExpectedLearner::learner)
                        .toList(),
                signed(chain, one -> one.signer().learnerId() != null),
                signed(chain, one -> one.signer().trainerId() != null));
    }

    List<Proof> proofs(UUID sessionId) {
        Map<UUID, Strokes> strokes = store.strokes(sessionId);
        return store.of(sessionId).stream()
                .flatMap(one -> SignatureChain.statement(one.text())
                        .map(said -> new Proof(
                                one.id(),
                                said,
                                one.text(),
                                one.hashes().statement(),
                                one.hashes().previous(),
                                one.hashes().own(),
                                strokes.getOrDefault(one.id(), Strokes.NONE)))
                        .stream())
                .toList();
    }

    ChainVerification verify(UUID sessionId) {
        return SignatureChain.verify(store.of(sessionId), store.strokes(sessionId), end(sessionId));
    }

    private SignatureChain.End end(UUID sessionId) {
        return history.last(SignatureWriter.SUBJECT, sessionId.toString())
                .map(entry -> new SignatureChain.End(
                        entry.after().get("number") instanceof Number number ? number.intValue() : 0,
                        String.valueOf(entry.after().get("hash"))))
                .orElse(SignatureChain.End.NONE);
    }

    private static List<Signed> signed(List<StoredSignature> chain, Predicate<StoredSignature> by) {
        return chain.stream().filter(by).flatMap(one -> signed(one).stream()).toList();
    }

    /** Empty for one that was changed since: the verification says so. */
    static Optional<Signed> signed(StoredSignature one) {
        return SignatureChain.statement(one.text())
                .map(said -> new Signed(one.id(), said, one.hashes().own()));
    }
}
