package fr.educentre.assidu.signing.internal;

import fr.educentre.assidu.signing.ChainVerification;
import fr.educentre.assidu.signing.ChainVerification.Finding;
import fr.educentre.assidu.signing.ChainVerification.Kind;
import fr.educentre.assidu.signing.SignedStatement;
import fr.educentre.assidu.signing.Strokes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One reading of a session's signatures, in the order of their numbers. */
final class SignatureChain {

    private static final JsonMapper JSON = JsonMapper.shared();

    private SignatureChain() {}

    /** Where the journal says that a chain ends. */
    record End(int number, String hash) {

        /** Of a session that nobody signed. */
        static final End NONE = new End(0, SignatureHashes.BEGINNING);
    }

    /** @param strokes what was drawn, by signature */
    static ChainVerification verify(List<StoredSignature> signatures, Map<UUID, Strokes> strokes, End end) {
        List<Finding> findings = new ArrayList<>();
        int last = 0;
        String head = SignatureHashes.BEGINNING;
        for (StoredSignature one : signatures) {
            int number = one.place().number();
            if (number != last + 1) {
                findings.add(new Finding(Kind.MISSING, number));
            }
            if (!one.hashes().previous().equals(head)) {
                findings.add(new Finding(Kind.UNLINKED, number));
            }
            if (!isWhatWasSigned(one)) {
                findings.add(new Finding(Kind.CHANGED, number));
            } else if (!isWhatWasDrawn(one, strokes.getOrDefault(one.id(), Strokes.NONE))) {
                findings.add(new Finding(Kind.STROKES_CHANGED, number));
            }
            last = number;
            head = one.hashes().own();
        }
        if (last != end.number() || !head.equals(end.hash())) {
            findings.add(new Finding(Kind.END_CHANGED, last));
        }
        return new ChainVerification(signatures.size(), head, List.copyOf(findings));
    }

    /** Empty where it is not one as it was written, word for word. */
    static Optional<SignedStatement> statement(String text) {
        try {
            var read = JSON.readValue(text, SignedStatement.class);
            return Optional.of(read).filter(one -> text(one).equals(text));
        } catch (JacksonException notAsItWasWritten) {
            return Optional.empty();
        }
    }

    static String text(SignedStatement statement) {
        return JSON.writeValueAsString(statement);
    }

    private static boolean isWhatWasSigned(StoredSignature one) {
        StoredSignature.Hashes hashes = one.hashes();
        return SignatureHashes.ofText(one.text()).equals(hashes.statement())
                && SignatureHashes.ofLink(hashes.previous(), hashes.statement()).equals(hashes.own())
                && statement(one.text()).filter(said -> agrees(one, said)).isPresent();
    }

    /** What stands beside the statement to be looked for is what the statement says. */
    private static boolean agrees(StoredSignature one, SignedStatement said) {
        boolean learner = said.who().role() == SignedStatement.Role.LEARNER;
        UUID who = said.who().id();
        return said.number() == one.place().number()
                && said.session().id().equals(one.place().sessionId())
                && Objects.equals(one.signer().learnerId(), learner ? who : null)
                && Objects.equals(one.signer().trainerId(), learner ? null : who)
                && said.means().name().equals(one.signer().means())
                && said.times().signedAt().equals(one.signedAt());
    }

    private static boolean isWhatWasDrawn(StoredSignature one, Strokes drawn) {
        String hash = statement(one.text()).map(SignedStatement::strokes).orElse(null);
        return hash == null ? drawn.isEmpty() : hash.equals(SignatureHashes.ofText(drawn.text()));
    }
}
