package fr.educentre.assidu.sources.signatures;

import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.sources.signatures.SignatureRows.Sorted;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says what became of the lines of a delivery, for the note stored with it. */
@Component
class SignatureOutcomes {

    private static final int SHOWN = 20;

    SignatureOutcomes() {}

    /** Nothing where every line was taken and everybody is known. */
    Wording note(Sorted sorted) {
        Wording byName = sorted.byName() == 0
                ? Wording.NONE
                : Wording.of("connectors.signatures.outcome.byName", sorted.byName());
        return problems(sorted.problems()).and(byName);
    }

    Wording problems(List<RowProblem> problems) {
        if (problems.isEmpty()) {
            return Wording.NONE;
        }
        List<Wording> said = new ArrayList<>();
        said.add(Wording.of("connectors.signatures.outcome.problems", problems.size()));
        problems.stream().limit(SHOWN).map(RowProblem::named).forEach(said::add);
        if (problems.size() > SHOWN) {
            said.add(Wording.of("connectors.signatures.outcome.more", problems.size() - SHOWN));
        }
        return Wording.all(said);
    }

    Wording traces(long count) {
        return Wording.of("connectors.outcome.traces", count);
    }
}
