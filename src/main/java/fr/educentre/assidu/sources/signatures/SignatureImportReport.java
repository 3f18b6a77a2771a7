package fr.educentre.assidu.sources.signatures;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.Evidences.Participant;
import fr.educentre.assidu.evidence.Evidences.Recorded;
import fr.educentre.assidu.imports.evidence.SignInTableParser;
import fr.educentre.assidu.shell.NameOrder;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.SignatureFiles.Matched;
import fr.educentre.assidu.sources.SignatureFiles.OfSession;
import fr.educentre.assidu.sources.SignatureFiles.Problem;
import fr.educentre.assidu.sources.SignatureFiles.Proposed;
import fr.educentre.assidu.sources.SignatureFiles.Report;
import fr.educentre.assidu.sources.SignatureFiles.Unmatched;
import fr.educentre.assidu.sources.signatures.SignatureRows.Sorted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What became of a partner's file, in the reader's language; to be asked for once its traces are recorded. */
@Component
class SignatureImportReport {

    private final Evidences evidences;
    private final Texts texts;

    SignatureImportReport(Evidences evidences, Texts texts) {
        this.evidences = evidences;
        this.texts = texts;
    }

    Report of(String partner, boolean dryRun, Sorted sorted, Recorded recorded, Set<UUID> complete) {
        List<OfSession> sessions = new ArrayList<>();
        List<Matched> matched = new ArrayList<>();
        List<Proposed> proposed = new ArrayList<>();
        List<Unmatched> unmatched = new ArrayList<>();
        sorted.bySession().forEach((session, traces) -> {
            sessions.add(new OfSession(
                    session.id(),
                    session.externalId(),
                    session.title(),
                    (int) traces.stream().filter(SignInTableParser::taken).count(),
                    complete.contains(session.id()) || session.dataCompleteAt() != null));
            var keys = sorted.firstLines().getOrDefault(session.id(), Map.of()).keySet();
            evidences.participants(session.id(), EvidenceSource.SIGNATURE, keys).stream()
                    .sorted(NameOrder.by(Participant::personName).thenComparing(Participant::personKey))
                    .forEach(person -> sort(session.id(), person, matched, proposed, unmatched));
        });
        return new Report(
                partner,
                dryRun,
                new Report.TraceCounts(
                        recorded.fresh(sorted.traces(), SignInTableParser::taken),
                        recorded.known(sorted.traces(), SignInTableParser::taken)),
                sessions,
                matched,
                proposed,
                unmatched,
                sorted.problems().stream()
                        .map(one -> new Problem(one.row(), one.field(), one.text(texts)))
                        .toList());
    }

    private static void sort(
            UUID session,
            Participant person,
            List<Matched> matched,
            List<Proposed> proposed,
            List<Unmatched> unmatched) {
        var proposal = person.proposal();
        if (person.learnerId() != null) {
            matched.add(new Matched(session, person.personName(), person.learnerId(), String.valueOf(person.how())));
        } else if (proposal != null && proposal.candidates().isEmpty()) {
            unmatched.add(new Unmatched(proposal.id(), session, person.personName(), proposal.note()));
        } else if (proposal != null) {
            proposed.add(new Proposed(proposal.id(), session, person.personName(), proposal.candidates()));
        }
    }
}
