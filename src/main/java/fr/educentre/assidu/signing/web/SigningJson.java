package fr.educentre.assidu.signing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.educentre.assidu.shell.PlausibleDays;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.signing.ChainVerification;
import fr.educentre.assidu.signing.SignedStatement;
import fr.educentre.assidu.signing.Signing;
import fr.educentre.assidu.signing.Signing.Act;
import fr.educentre.assidu.signing.Signing.DeviceTime;
import fr.educentre.assidu.signing.SigningMeans;
import fr.educentre.assidu.signing.Strokes;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.SessionInfo;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Signing as calls say it. */
final class SigningJson {

    private SigningJson() {}

    /**
     * Somebody signing.
     *
     * @param at by the device's clock, as sentAt
     */
    record Body(
            @Nullable SigningMeans means,
            @Nullable JsonNode strokes,
            @Nullable OffsetDateTime at,
            @Nullable OffsetDateTime sentAt,
            @Nullable Boolean offline) {

        /** @throws Refusal naming what is missing */
        Act act(String device) {
            if (means == null) {
                throw Refusal.invalid("refusal.signing.means");
            }
            boolean away = Boolean.TRUE.equals(offline);
            if (away && at == null) {
                throw Refusal.invalid("refusal.signing.time");
            }
            return new Act(
                    means,
                    strokes == null ? Strokes.NONE : Strokes.of(strokes),
                    device,
                    at == null
                            ? null
                            : new DeviceTime(
                                    PlausibleDays.required("at", at.toInstant()),
                                    sentAt == null ? null : PlausibleDays.required("sentAt", sentAt.toInstant()),
                                    away));
        }
    }

    /** @param expected how many; those who have not signed are in missing */
    record Sheet(
            boolean open,
            Window window,
            int expected,
            List<Signed> signed,
            List<Person> missing,
            boolean trainerSigned,
            List<Signed> trainers) {}

    record Window(OffsetDateTime from, OffsetDateTime to) {}

    record Person(UUID learnerId, String name) {}

    /** @param missing for a trainer, who had not signed then */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Signed(
            UUID id,
            @Nullable UUID learnerId,
            @Nullable UUID trainerId,
            String name,
            OffsetDateTime at,
            SigningMeans means,
            boolean offline,
            @Nullable List<Person> missing) {}

    record ProofFile(List<Proof> items, Chain chain) {}

    /** @param holds whether nothing was changed */
    record Chain(boolean holds, int length, String head, List<ChainVerification.Finding> findings) {}

    /**
     * @param signed what was signed
     * @param text the same, word for word, whose SHA-256 is {@code signedHash}
     * @param hash SHA-256 of previousHash and signedHash, as bytes
     */
    record Proof(
            UUID id,
            SigningMeans means,
            String device,
            SignedStatement signed,
            String text,
            Hashes hashes,
            String hash,
            String previousHash) {}

    /** @param strokes the lines drawn, none where it was confirmed */
    record Hashes(String signedHash, List<List<List<Double>>> strokes) {}

    static Sheet sheet(Signing.Sheet sheet, SessionInfo session) {
        ZoneId zone = session.zone();
        return new Sheet(
                sheet.isOpen(),
                new Window(
                        sheet.opens().atZone(zone).toOffsetDateTime(),
                        sheet.closes().atZone(zone).toOffsetDateTime()),
                sheet.expected().size(),
                sheet.learners().stream().map(one -> signed(one, zone)).toList(),
                sheet.missing().stream().map(SigningJson::person).toList(),
                sheet.trainer().isPresent(),
                sheet.trainers().stream().map(one -> signed(one, zone)).toList());
    }

    static Signed signed(Signing.Signed one, ZoneId zone) {
        SignedStatement said = one.statement();
        boolean learner = said.who().role() == SignedStatement.Role.LEARNER;
        return new Signed(
                one.signatureId(),
                learner ? said.who().id() : null,
                learner ? null : said.who().id(),
                said.who().name(),
                said.times().signedAt().atZone(zone).toOffsetDateTime(),
                said.means(),
                said.times().offline(),
                said.over() == null
                        ? null
                        : said.over().missing().stream()
                                .map(missing -> new Person(missing.id(), missing.name()))
                                .toList());
    }

    static ProofFile proofs(List<Signing.Proof> proofs, ChainVerification chain) {
        return new ProofFile(
                proofs.stream().map(SigningJson::proof).toList(),
                new Chain(chain.holds(), chain.length(), chain.head(), chain.findings()));
    }

    private static Proof proof(Signing.Proof one) {
        return new Proof(
                one.id(),
                one.statement().means(),
                one.statement().device(),
                one.statement(),
                one.text(),
                new Hashes(one.statementHash(), one.strokes().lines()),
                one.hash(),
                one.previousHash());
    }

    private static Person person(LearnerInfo learner) {
        return new Person(learner.id(), learner.name());
    }
}
