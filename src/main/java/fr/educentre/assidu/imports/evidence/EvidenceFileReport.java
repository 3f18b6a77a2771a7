package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.Evidences.Participant;
import fr.educentre.assidu.evidence.Evidences.Proposal;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.imports.EvidenceFiles.Ignored;
import fr.educentre.assidu.imports.EvidenceFiles.Incomplete;
import fr.educentre.assidu.imports.EvidenceFiles.Matched;
import fr.educentre.assidu.imports.EvidenceFiles.Proposed;
import fr.educentre.assidu.imports.EvidenceFiles.Report;
import fr.educentre.assidu.imports.EvidenceFiles.Unmatched;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Sighting;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Skipped;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Understood;
import fr.educentre.assidu.shell.NameOrder;
import fr.educentre.assidu.shell.Texts;
import java.util.ArrayList;
import java.util.List;

/** What became of a file, in the reader's language. */
final class EvidenceFileReport {

    private final Texts texts;

    EvidenceFileReport(Texts texts) {
        this.texts = texts;
    }

    /** @param remarks what else there is to say of the whole file */
    Report of(
            Understood file,
            FileEvidenceFactory traces,
            Evidences.Recorded recorded,
            List<Participant> people,
            List<String> remarks) {
        List<Matched> matched = new ArrayList<>();
        List<Proposed> proposed = new ArrayList<>();
        List<Unmatched> unmatched = new ArrayList<>();
        List<Ignored> ignored = new ArrayList<>();
        for (Skipped skipped : file.skipped()) {
            ignored.add(ignored(skipped.line(), skipped.why(), skipped.cell()));
        }
        List<Participant> byName = people.stream()
                .sorted(NameOrder.by(Participant::personName).thenComparing(Participant::personKey))
                .toList();
        for (Participant person : byName) {
            Proposal proposal = person.proposal();
            if (person.learnerId() != null) {
                matched.add(new Matched(person.personName(), person.learnerId(), String.valueOf(person.how())));
            } else if (proposal == null) {
                ignored.add(ignored(traces.firstLine(person.personKey()), "nobodyExpected", ""));
            } else if (proposal.candidates().isEmpty()) {
                unmatched.add(new Unmatched(proposal.id(), person.personName(), proposal.note()));
            } else {
                proposed.add(new Proposed(proposal.id(), person.personName(), proposal.candidates()));
            }
        }
        return new Report(
                file.source().name(),
                file.format(),
                recorded.fresh(traces.all(), FileEvidenceFactory::taken),
                recorded.known(traces.all(), FileEvidenceFactory::taken),
                matched,
                proposed,
                unmatched,
                new Report.Lines(partly(file).stream().map(this::incomplete).toList(), ignored, remarks));
    }

    private Ignored ignored(int line, String why, String cell) {
        return new Ignored(line == 0 ? null : line, texts.get("connectors.ignored." + why, cell));
    }

    private static List<Sighting> partly(Understood file) {
        return file.sightings().stream()
                .filter(one -> one.kind() == TraceKind.SEEN && !one.unclear())
                .toList();
    }

    private Incomplete incomplete(Sighting one) {
        return new Incomplete(
                one.line() == 0 ? null : one.line(),
                one.person().shown(),
                texts.get(
                        "connectors.incomplete",
                        texts.get("connectors.incomplete." + one.payload().get("why"))));
    }
}
