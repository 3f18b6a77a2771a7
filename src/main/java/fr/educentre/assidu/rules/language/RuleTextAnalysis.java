package fr.educentre.assidu.rules.language;

import fr.educentre.assidu.rules.RuleBook.Blank;
import fr.educentre.assidu.rules.RuleBook.Checked;
import fr.educentre.assidu.rules.RuleBook.Piece;
import fr.educentre.assidu.rules.RuleBook.Problem;
import fr.educentre.assidu.rules.RuleLines;
import fr.educentre.assidu.rules.RuleLines.Line;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A text while it is written: what is wrong, what could stand there, where its blanks are. */
@Component
public class RuleTextAnalysis {

    private static final int OFFERED = 8;
    /** Words that a period may be said without. */
    private static final String PERIOD = "la période ";

    private final Vocabulary vocabulary;
    private final RuleReader reader;
    private final Texts texts;

    RuleTextAnalysis(Vocabulary vocabulary, RuleReader reader, Texts texts) {
        this.vocabulary = vocabulary;
        this.reader = reader;
        this.texts = texts;
    }

    public List<fr.educentre.assidu.rules.RuleBook.Sentence> vocabulary() {
        return vocabulary(texts.language());
    }

    /** @param written language of what may stand in the blanks */
    public List<fr.educentre.assidu.rules.RuleBook.Sentence> vocabulary(Locale written) {
        return vocabulary.all().stream()
                .map(s -> new fr.educentre.assidu.rules.RuleBook.Sentence(
                        s.id(),
                        s.ruleSet(),
                        s.kind().name(),
                        s.french(),
                        s.english(),
                        s.blanks().stream().map(type -> blank(type, written)).toList()))
                .toList();
    }

    /** @param language of what may stand in it; what it counts is said in the reader's */
    private Blank blank(BlankType type, Locale language) {
        Unit unit = type.unit();
        return new Blank(
                type.name(),
                type.sort().name(),
                unit == null ? null : unit.several().in(texts.language()),
                type.bounds().min() == null ? null : type.bounds().min().doubleValue(),
                type.bounds().max() == null ? null : type.bounds().max().doubleValue(),
                type.labels(language),
                type.example(language));
    }

    public Checked check(String ruleSet, String text) {
        var problems = reader.read(ruleSet, text).findings().stream()
                .map(finding -> problem(ruleSet, text, finding))
                .toList();
        return new Checked(problems.isEmpty(), problems);
    }

    private Problem problem(String ruleSet, String text, RuleProblem finding) {
        String suggestion = finding.suggestion()
                .map(sentence -> texts.get("rules.suggestion", sentence))
                .orElse("");
        return new Problem(
                finding.line(),
                new Wording.Said(finding.key(), finding.arguments()).read(texts),
                suggestion,
                QuickFix.corrected(ruleSet, text, finding).orElse(null));
    }

    public List<List<Piece>> pieces(String ruleSet, String text) {
        var byNumber = new java.util.HashMap<Integer, Line>();
        RuleLines.of(ruleSet, text).lines().forEach(line -> byNumber.put(line.number(), line));
        var all = new ArrayList<List<Piece>>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Line line = byNumber.get(i + 1);
            boolean scope = line != null && line.place() == RuleLines.Place.SCOPE;
            all.add(pieces(lines.get(i), line == null ? "" : line.lead(), scope, vocabulary.of(ruleSet)));
        }
        return all;
    }

    private List<Piece> pieces(String line, String lead, boolean scope, List<Sentence> sentences) {
        String rest = line.substring(Math.min(lead.length(), line.length()));
        for (var sentence : sentences) {
            var cuts = cuts(sentence, rest.stripTrailing(), scope);
            if (!cuts.isEmpty()) {
                var pieces = new ArrayList<Piece>();
                pieces.add(new Piece(lead, null));
                Locale language = sentence.language(rest.strip());
                cuts.forEach(cut ->
                        pieces.add(new Piece(cut.text(), cut.type() == null ? null : blank(cut.type(), language))));
                return pieces;
            }
        }
        return List.of(new Piece(line, null));
    }

    private static List<Sentence.Cut> cuts(Sentence sentence, String line, boolean scope) {
        var cuts = sentence.cuts(line);
        if (!cuts.isEmpty() || !scope) {
            return cuts;
        }
        var period = new ArrayList<>(sentence.cuts(PERIOD + line));
        if (!period.isEmpty()) {
            period.set(0, new Sentence.Cut(period.getFirst().text().substring(PERIOD.length()), null));
        }
        return period;
    }

    public List<String> complete(String ruleSet, String text, int number) {
        var lines = RuleLines.of(ruleSet, text);
        var place = lines.placeOf(number);
        Optional<Line> line =
                lines.lines().stream().filter(one -> one.number() == number).findFirst();
        if (place == RuleLines.Place.HEADER
                || place == RuleLines.Place.ABOUT
                || line.filter(Line::opens).isPresent()) {
            return List.of();
        }
        String lead = line.map(Line::lead).orElse("");
        String typed = line.map(Line::sentence).orElse("").toLowerCase(Locale.FRENCH);
        List<String> words = List.of(typed.split("[\\s']+")).stream()
                .filter(w -> w.length() > 2)
                .toList();
        Locale language = lines.english() ? Locale.ENGLISH : Locale.FRENCH;
        return vocabulary.of(ruleSet, kind(place)).stream()
                .map(sentence -> sentence.withExamples(language))
                .filter(sentence -> !sentence.equalsIgnoreCase(typed))
                .filter(sentence -> begins(sentence, typed) || holdsOneOf(sentence, words))
                .sorted(Comparator.comparing((String sentence) -> !begins(sentence, typed))
                        .thenComparing(sentence -> -shared(sentence, words)))
                .limit(OFFERED)
                .map(sentence -> lead + sentence)
                .toList();
    }

    private static boolean begins(String sentence, String typed) {
        return sentence.toLowerCase(Locale.FRENCH).startsWith(typed);
    }

    private static boolean holdsOneOf(String sentence, List<String> words) {
        return shared(sentence, words) > 0;
    }

    private static long shared(String sentence, List<String> words) {
        String lower = sentence.toLowerCase(Locale.FRENCH);
        return words.stream().filter(lower::contains).count();
    }

    private static SentenceKind kind(RuleLines.Place place) {
        return SentenceKind.valueOf(place.name());
    }
}
