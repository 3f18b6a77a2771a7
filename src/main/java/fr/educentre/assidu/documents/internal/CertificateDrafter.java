package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.documents.internal.CertificateFacts.Held;
import fr.educentre.assidu.rules.RuleParameters;
import fr.educentre.assidu.rules.WithoutProof;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.EnrolmentInfo.FundingInfo;
import fr.educentre.assidu.training.OrganisationInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a certificate rests on, and has it composed. */
@Component
class CertificateDrafter {

    private static final ZoneId MAINLAND = ZoneId.of("Europe/Paris");

    private final CertificateReader reader;
    private final CertificateComposer composer;
    private final RuleParameters parameters;
    private final Clock clock;

    CertificateDrafter(CertificateReader reader, CertificateComposer composer, RuleParameters parameters, Clock clock) {
        this.reader = reader;
        this.composer = composer;
        this.parameters = parameters;
        this.clock = clock;
    }

    /**
     * What it is for.
     *
     * @param funding null for all of them
     * @param from first day, null for no limit
     * @param to last day, null for no limit
     */
    record Scope(
            EnrolmentInfo enrolment,
            @Nullable FundingInfo funding,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        boolean holds(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    /** @param zone of its first session */
    record Drafted(CertificateModel model, List<DocumentLine> lines, ZoneId zone) {}

    /** @throws fr.educentre.assidu.shell.Refusal CONFLICT where missing proof holds it back, as published */
    Drafted draft(OrganisationInfo organisation, String learner, Scope scope) {
        var enrolment = scope.enrolment();
        var funding = scope.funding();
        var all = reader.of(enrolment);
        var facts = (funding == null ? all : CertificateCharging.of(all, enrolment.fundings(), funding))
                .within(scope::holds);
        var withoutProof = parameters.withoutProof((funding == null ? enrolment.fundings() : List.of(funding))
                .stream().map(one -> one.funder().kind().name()).toList());
        CertificateComposer.requireProof(facts.sessions(), withoutProof);
        var model = composer.compose(organisation, learner, enrolment, funding, facts, withoutProof, clock.instant());
        return new Drafted(
                model,
                lines(facts, withoutProof, enrolment.learnerId(), funding == null ? null : funding.id()),
                facts.sessions().isEmpty()
                        ? MAINLAND
                        : facts.sessions().getFirst().slot().zone());
    }

    /** The hours certified, session by session and activity by activity. */
    private static List<DocumentLine> lines(
            CertificateFacts facts, WithoutProof withoutProof, UUID learner, @Nullable UUID funding) {
        var lines = new ArrayList<DocumentLine>();
        CertificateComposer.certified(facts.sessions(), withoutProof).stream()
                .filter(Held::decided)
                .forEach(held -> lines.add(new DocumentLine(
                        DocumentLine.Item.session(held.slot().sessionId(), held.verdictVersion()),
                        learner,
                        held.day(),
                        held.minutes(),
                        funding)));
        facts.activities()
                .forEach(done -> lines.add(new DocumentLine(
                        DocumentLine.Item.activity(done.key()),
                        learner,
                        done.day(),
                        new DocumentLine.Minutes(0, done.minutes()),
                        funding)));
        return lines;
    }
}
