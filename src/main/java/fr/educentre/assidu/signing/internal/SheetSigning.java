package fr.educentre.assidu.signing.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.signing.SignedStatement.Identification;
import fr.educentre.assidu.signing.SignedStatement.Missing;
import fr.educentre.assidu.signing.SignedStatement.Over;
import fr.educentre.assidu.signing.SignedStatement.Role;
import fr.educentre.assidu.signing.SignedStatement.Signer;
import fr.educentre.assidu.signing.SignedStatement.Times;
import fr.educentre.assidu.signing.Signing.Act;
import fr.educentre.assidu.signing.Signing.Receipt;
import fr.educentre.assidu.signing.SigningMeans;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts signatures on a session's sheet, in the caller's transaction. */
@Component
class SheetSigning {

    private final SignatureStore store;
    private final SignatureWriter writer;
    private final SignatureTimes times;
    private final SigningMoments moments;
    private final Sessions sessions;
    private final Learners learners;

    SheetSigning(
            SignatureStore store,
            SignatureWriter writer,
            SignatureTimes times,
            SigningMoments moments,
            Sessions sessions,
            Learners learners) {
        this.store = store;
        this.writer = writer;
        this.times = times;
        this.moments = moments;
        this.sessions = sessions;
        this.learners = learners;
    }

    Receipt learner(SessionInfo session, UUID learnerId, Act act, Actor holder) {
        LearnerInfo learner = learners.find(learnerId).orElseThrow(() -> Refusal.notFound("learner"));
        store.lock(session.id());
        List<StoredSignature> chain = store.of(session.id());
        Optional<StoredSignature> before =
                last(chain, one -> learnerId.equals(one.signer().learnerId()));
        if (before.isPresent()) {
            return known(before.get());
        }
        Times when = times.of(act.when(), session.zone());
        if (expected(session).stream().noneMatch(one -> one.id().equals(learnerId))) {
            throw Refusal.invalid("refusal.signing.notExpected");
        }
        moments.requireLearners(session, when);
        requireDrawn(act);
        var signer = new Signer(
                Role.LEARNER, learnerId, learner.name(), Identification.TRAINER_DEVICE, holder.displayName());
        return new Receipt(writer.add(chain, session, signer, act, when, null), true);
    }

    Receipt trainer(SessionInfo session, Actor actor, UUID trainerId, Act act) {
        store.lock(session.id());
        List<StoredSignature> chain = store.of(session.id());
        Optional<StoredSignature> before = signedOverAll(chain, trainerId);
        if (before.isPresent()) {
            return known(before.get());
        }
        Times when = times.of(act.when(), session.zone());
        moments.requireTrainers(session, when);
        requireDrawn(act);
        Set<UUID> signed = chain.stream()
                .map(one -> one.signer().learnerId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var over = new Over(
                signed.size(),
                SignatureWriter.head(chain),
                expected(session).stream()
                        .filter(one -> !signed.contains(one.id()))
                        .map(one -> new Missing(one.id(), one.name()))
                        .toList());
        var signer =
                new Signer(Role.TRAINER, trainerId, actor.displayName(), Identification.ACCOUNT, actor.displayName());
        return new Receipt(writer.add(chain, session, signer, act, when, over), true);
    }

    /** The trainer's signature, unless a learner signed after it. */
    private static Optional<StoredSignature> signedOverAll(List<StoredSignature> chain, UUID trainerId) {
        int lastLearner = last(chain, one -> one.signer().learnerId() != null)
                .map(one -> one.place().number())
                .orElse(0);
        return last(chain, one -> trainerId.equals(one.signer().trainerId()))
                .filter(one -> one.place().number() > lastLearner);
    }

    private List<LearnerInfo> expected(SessionInfo session) {
        return sessions.expected(session.id()).stream()
                .map(ExpectedLearner::learner)
                .toList();
    }

    /** @throws Refusal CONFLICT for a signature that somebody changed in the database */
    private static Receipt known(StoredSignature before) {
        return new Receipt(
                SigningSheets.signed(before)
                        .orElseThrow(() -> new Refusal(Refusal.Kind.CONFLICT, "refusal.signing.changed")),
                false);
    }

    private static void requireDrawn(Act act) {
        if (act.means() == SigningMeans.DRAWN && act.strokes().isEmpty()) {
            throw Refusal.invalid("refusal.signing.nothingDrawn");
        }
    }

    private static Optional<StoredSignature> last(List<StoredSignature> chain, Predicate<StoredSignature> which) {
        return chain.stream().filter(which).reduce((first, second) -> second);
    }
}
