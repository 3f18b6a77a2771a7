package fr.educentre.assidu.sources.signatures;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.signatures.SignatureRows.Sorted;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says in French what became of the lines of a delivery, for the note stored with it. */
@Component
class SignatureOutcomes {

    private static final int SHOWN = 20;

    private final Texts texts;

    SignatureOutcomes(Texts texts) {
        this.texts = texts;
    }

    /** Empty where every line was taken and everybody is known. */
    String note(Sorted sorted) {
        String problems = problems(sorted.problems());
        String byName = sorted.byName() == 0
                ? ""
                : texts.in(Texts.FRENCH, "connectors.signatures.outcome.byName", sorted.byName());
        return (problems + " " + byName).strip();
    }

    String problems(List<RowProblem> problems) {
        if (problems.isEmpty()) {
            return "";
        }
        String named = problems.stream()
                .limit(SHOWN)
                .map(problem -> problem.named(texts, Texts.FRENCH))
                .collect(Collectors.joining(" "));
        int more = problems.size() - SHOWN;
        return texts.in(Texts.FRENCH, "connectors.signatures.outcome.problems", problems.size())
                + " " + named
                + (more > 0 ? " " + texts.in(Texts.FRENCH, "connectors.signatures.outcome.more", more) : "");
    }

    String traces(long count) {
        return texts.in(Texts.FRENCH, "connectors.outcome.traces", count);
    }
}
