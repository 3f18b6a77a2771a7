package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.workflow.TaskKind.Card;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a task about a justification shows: to a trainer, of a medical one, that it was checked and by whom. */
@Component
class JustificationTaskFacts {

    private static final ZoneId CENTRE = ZoneId.of("Europe/Paris");

    private final JustificationRepository justifications;
    private final ReasonCatalogue reasons;
    private final Learners learners;
    private final Sessions sessions;
    private final Texts texts;

    JustificationTaskFacts(
            JustificationRepository justifications,
            ReasonCatalogue reasons,
            Learners learners,
            Sessions sessions,
            Texts texts) {
        this.justifications = justifications;
        this.reasons = reasons;
        this.learners = learners;
        this.sessions = sessions;
        this.texts = texts;
    }

    @Transactional(readOnly = true)
    Card card(String titleKey, Actor actor, Map<String, Object> variables) {
        Justification one = justifications.findById(id(variables)).orElseThrow(() -> Refusal.notFound("justification"));
        Map<UUID, SessionInfo> covered = sessions.byIds(one.sessionIds());
        ZoneId zone =
                covered.isEmpty() ? CENTRE : covered.values().iterator().next().zone();
        Map<String, String> facts = new LinkedHashMap<>();
        String name = learners.get(one.learnerId()).name();
        facts.put(texts.get("justification.fact.learner"), name);
        facts.put(
                texts.get("justification.fact.sessions"),
                onItsClock(sessionsInWords(one, covered, zone), one.submittedAt(), zone));
        facts.put(texts.get("justification.fact.reason"), reasons.labelFor(actor, one));
        String comment = one.comment();
        if (comment != null && ReasonCatalogue.readable(actor, one)) {
            facts.put(texts.get("justification.fact.comment"), comment);
        }
        Instant checkedAt = one.documentCheckedAt();
        if (checkedAt != null) {
            facts.put(
                    texts.get("justification.fact.document"),
                    texts.get(
                            "justification.checked",
                            ReaderFormats.longDate(checkedAt, zone, texts.language()),
                            String.valueOf(one.documentCheckedBy())));
        }
        facts.put(
                texts.get("justification.fact.submitted"),
                texts.get(
                        one.onBehalf() ? "justification.submittedOnBehalf" : "justification.submittedBy",
                        onItsClock(
                                ReaderFormats.longDateTime(one.submittedAt(), zone, texts.language()),
                                one.submittedAt(),
                                zone),
                        one.submittedBy()));
        return new Card(titleKey, new Object[] {name}, one.learnerId(), facts, Optional.of(one.id()));
    }

    /** Beside hours that are the centre's, those of a site elsewhere say whose they are. */
    private String onItsClock(String hours, Instant at, ZoneId zone) {
        boolean same = zone.getRules().getOffset(at).equals(CENTRE.getRules().getOffset(at));
        return same ? hours : texts.get("shell.clock", hours, ReaderFormats.clock(at, zone, texts.language()));
    }

    static UUID id(Map<String, Object> variables) {
        return UUID.fromString(String.valueOf(variables.get("justificationId")));
    }

    private String sessionsInWords(Justification one, Map<UUID, SessionInfo> covered, ZoneId zone) {
        Instant from = one.from();
        Instant to = one.to();
        String period = from == null || to == null
                ? ""
                : texts.get(
                        "justification.period",
                        ReaderFormats.longDate(from, zone, texts.language()),
                        ReaderFormats.longDate(to.minusSeconds(1), zone, texts.language()));
        String list = covered.isEmpty() ? "" : SessionPhrases.list(covered.values(), texts.language());
        return java.util.stream.Stream.of(period, list)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
