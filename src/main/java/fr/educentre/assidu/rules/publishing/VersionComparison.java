package fr.educentre.assidu.rules.publishing;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import fr.educentre.assidu.rules.RuleBook.Difference;
import fr.educentre.assidu.rules.RuleBook.VersionView;
import fr.educentre.assidu.shell.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What differs between two versions, line by line and said in sentences. */
@Component
class VersionComparison {

    private final Texts texts;
    private final DiffRowGenerator rows =
            DiffRowGenerator.create().lineNormalizer(line -> line).build();

    VersionComparison(Texts texts) {
        this.texts = texts;
    }

    Difference between(VersionView from, VersionView to) {
        List<Difference.Line> lines = lines(from.text(), to.text());
        List<String> sentences = new ArrayList<>();
        for (Difference.Line line : lines) {
            switch (line.kind()) {
                case "ADDED" -> sentences.add(texts.get("rules.diff.added", stripped(line.after())));
                case "REMOVED" -> sentences.add(texts.get("rules.diff.removed", stripped(line.before())));
                case "CHANGED" ->
                    sentences.add(texts.get("rules.diff.changed", stripped(line.before()), stripped(line.after())));
                default -> {
                    // the same in both
                }
            }
        }
        field("purpose", from.terms().purpose(), to.terms().purpose(), sentences);
        field(
                "tags",
                String.join(", ", from.terms().tags()),
                String.join(", ", to.terms().tags()),
                sentences);
        field("startsOn", from.terms().startsOn(), to.terms().startsOn(), sentences);
        field("endsOn", from.terms().endsOn(), to.terms().endsOn(), sentences);
        if (!from.examples().equals(to.examples())) {
            sentences.add(texts.get(
                    "rules.diff.examples", from.examples().size(), to.examples().size()));
        }
        return new Difference(from.version(), to.version(), List.copyOf(sentences), lines);
    }

    private List<Difference.Line> lines(String before, String after) {
        return rows.generateDiffRows(before.lines().toList(), after.lines().toList()).stream()
                .filter(row -> !row.getOldLine().isBlank() || !row.getNewLine().isBlank())
                .map(VersionComparison::line)
                .toList();
    }

    private static Difference.Line line(DiffRow row) {
        return switch (row.getTag()) {
            case EQUAL -> new Difference.Line("SAME", row.getOldLine(), row.getNewLine());
            case INSERT -> new Difference.Line("ADDED", null, row.getNewLine());
            case DELETE -> new Difference.Line("REMOVED", row.getOldLine(), null);
            case CHANGE ->
                row.getOldLine().isBlank()
                        ? new Difference.Line("ADDED", null, row.getNewLine())
                        : row.getNewLine().isBlank()
                                ? new Difference.Line("REMOVED", row.getOldLine(), null)
                                : new Difference.Line("CHANGED", row.getOldLine(), row.getNewLine());
        };
    }

    private static String stripped(@Nullable String line) {
        return line == null ? "" : line.strip();
    }

    private void field(String name, @Nullable Object before, @Nullable Object after, List<String> into) {
        if (!Objects.equals(before, after)) {
            into.add(texts.get("rules.diff." + name, said(before), said(after)));
        }
    }

    private String said(@Nullable Object value) {
        return value == null || value.toString().isEmpty() ? texts.get("rules.diff.none") : value.toString();
    }
}
