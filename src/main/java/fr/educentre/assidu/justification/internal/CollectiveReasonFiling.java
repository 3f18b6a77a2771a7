package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.justification.CollectiveReasons.Given;
import fr.educentre.assidu.rules.JustificationRules;
import fr.educentre.assidu.rules.JustificationTerms;
import fr.educentre.assidu.shell.ContentChecks;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The reason given for all, and a learner's justification by it. */
@Component
class CollectiveReasonFiling {

    private static final String OTHER = "OTHER";

    private final JustificationRepository justifications;
    private final ReasonCatalogue reasons;
    private final JustificationRules rules;
    private final AbsenceCases cases;
    private final ContentChecks checks;
    private final Clock clock;

    CollectiveReasonFiling(
            JustificationRepository justifications,
            ReasonCatalogue reasons,
            JustificationRules rules,
            AbsenceCases cases,
            ContentChecks checks,
            Clock clock) {
        this.justifications = justifications;
        this.reasons = reasons;
        this.rules = rules;
        this.cases = cases;
        this.checks = checks;
        this.clock = clock;
    }

    /** As the terms in force have it. */
    record Chosen(AbsenceReason reason, @Nullable String comment, int terms) {}

    Chosen chosen(Given given) {
        var problems = checks.problems(given);
        if (!problems.isEmpty()) {
            throw new InvalidContent(problems);
        }
        JustificationTerms terms = rules.inForce();
        Optional<AbsenceReason> named = reasons.all().stream()
                .filter(one -> one.code().equals(given.reason().strip()))
                .findFirst();
        AbsenceReason reason = named.orElseGet(() -> reasons.get(OTHER)).under(terms);
        if (reason.medical() || !reason.accepted()) {
            // What is wrong with one person is no reason for a class, and what justifies nobody does not justify all.
            throw new InvalidContent("reason", "check.reason.collective", reasons.label(reason));
        }
        String words = named.isPresent() ? given.comment() : given.reason().strip();
        return new Chosen(reason, words == null || words.isBlank() ? null : words.strip(), terms.version());
    }

    /** @param open absences known already */
    void file(UUID learner, SessionInfo session, Chosen chosen, Actor actor, List<AbsenceCase> open) {
        Instant now = clock.instant();
        var justification = new Justification(learner, chosen.reason().code(), false, chosen.comment(), now)
                .by(Filer.staff(actor))
                .under(chosen.terms());
        justification.cover(List.of(session.id()));
        justification.decide(ReviewState.APPROVED, actor.displayName(), null, now);
        Justification saved = justifications.saveAndFlush(justification);
        List<UUID> ids = open.stream().map(AbsenceCase::id).toList();
        cases.justified(ids, saved.id(), chosen.reason().code(), chosen.reason().effects(), actor.displayName());
    }
}
