package fr.educentre.assidu.rules.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the text of a rule. Each line is a keyword or one sentence of the vocabulary from end to end; anything else is a
 * finding. What it lets through holds values and sentences, no text of the person's but the rule's name.
 */
@Component
public class RuleReader {

    private static final int MAX_LENGTH = 8_000;
    private static final int MAX_LINES = 60;
    private static final Pattern HEADER = Pattern.compile("règle \"([\\p{IsLatin}0-9 .,:;%°'’()/+-]{1,80})\"");
    /** Latin letters, digits and the punctuation of sentences: no control, format or look-alike character. */
    private static final Pattern ALLOWED = Pattern.compile("[\\p{IsLatin}0-9 .,:;%°'\"()/+_-]*");

    private final Vocabulary vocabulary;

    public RuleReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Either a rule or findings. */
    record Reading(Optional<RuleText> rule, List<Finding> findings) {}

    Reading read(String ruleSet, String text) {
        if (!Vocabulary.RULE_SETS.contains(ruleSet)) {
            return failed(Finding.of(1, "rules.problem.ruleSet", ruleSet));
        }
        if (text.length() > MAX_LENGTH || text.lines().count() > MAX_LINES) {
            return failed(Finding.of(1, "rules.problem.tooLong", MAX_LINES));
        }
        return new Pass(ruleSet).read(text);
    }

    /** For a text that was checked before: a shipped or published one. */
    RuleText require(String ruleSet, String text) {
        var reading = read(ruleSet, text);
        return reading.rule()
                .orElseThrow(
                        () -> new IllegalArgumentException("Not a rule of " + ruleSet + ": " + reading.findings()));
    }

    private static Reading failed(Finding finding) {
        return new Reading(Optional.empty(), List.of(finding));
    }

    /** Typographic apostrophes and spaces are those people's keyboards and word processors make. */
    private static String plain(String line) {
        return Normalizer.normalize(line, Normalizer.Form.NFC)
                .replace('’', '\'')
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace('\t', ' ')
                .replaceAll(" +", " ")
                .strip();
    }

    /** One reading of one text. */
    private final class Pass {

        private final String ruleSet;
        private final boolean parameters;
        private final List<Finding> findings = new ArrayList<>();
        private final Map<Kind, List<Filled>> found = new EnumMap<>(Kind.class);
        private @Nullable String name;
        private Kind place;

        Pass(String ruleSet) {
            this.ruleSet = ruleSet;
            this.parameters = !ruleSet.equals("assiduity");
            this.place = parameters ? Kind.PARAMETER : Kind.SCOPE;
            for (Kind kind : Kind.values()) {
                found.put(kind, new ArrayList<>());
            }
        }

        Reading read(String text) {
            int number = 0;
            for (String raw : text.split("\\R", -1)) {
                number++;
                String line = plain(raw);
                if (line.isEmpty()) {
                    continue;
                }
                if (!ALLOWED.matcher(line).matches()) {
                    findings.add(Finding.of(number, "rules.problem.characters"));
                } else {
                    line(number, line);
                }
            }
            whole(Math.max(1, number));
            if (!findings.isEmpty()) {
                return new Reading(Optional.empty(), List.copyOf(findings));
            }
            return new Reading(
                    Optional.of(new RuleText(
                            name == null ? "" : name,
                            of(Kind.SCOPE),
                            of(Kind.CONDITION),
                            of(Kind.EXCEPTION),
                            of(Kind.ACTION),
                            of(Kind.LIMIT),
                            of(Kind.PARAMETER))),
                    List.of());
        }

        private List<Filled> of(Kind kind) {
            return List.copyOf(found.getOrDefault(kind, List.of()));
        }

        private boolean has(Kind kind) {
            return !of(kind).isEmpty();
        }

        private void line(int number, String line) {
            String lower = line.toLowerCase(Locale.FRENCH);
            if (lower.startsWith("règle")) {
                header(number, line);
            } else if (parameters) {
                sentence(number, line, Kind.PARAMETER);
            } else if (lower.startsWith("pour ") && place == Kind.SCOPE) {
                sentence(number, line.substring(5), Kind.SCOPE);
            } else if (moves(lower, "quand", Kind.CONDITION)
                    || moves(lower, "sauf si", Kind.EXCEPTION)
                    || moves(lower, "alors", Kind.ACTION)) {
                String rest =
                        line.substring(lower.startsWith("sauf si") ? 7 : 5).strip();
                if (!rest.isEmpty()) {
                    inPlace(number, rest);
                }
            } else if (lower.startsWith("au plus une fois")) {
                sentence(number, line, Kind.LIMIT);
            } else {
                inPlace(number, line);
            }
        }

        private boolean moves(String line, String keyword, Kind to) {
            if (line.equals(keyword) || line.startsWith(keyword + " ")) {
                if (to.compareTo(place) < 0) {
                    return false;
                }
                place = to;
                return true;
            }
            return false;
        }

        private void header(int number, String line) {
            var header = HEADER.matcher(line);
            if (!header.matches() || name != null) {
                findings.add(
                        Finding.of(number, "rules.problem.header").suggesting(Optional.of("règle \"Trois absences\"")));
            } else {
                name = header.group(1).strip();
            }
        }

        private void inPlace(int number, String line) {
            String sentence = line;
            boolean first = of(place).isEmpty();
            if (place == Kind.CONDITION && !first) {
                if (!line.startsWith("et ")) {
                    findings.add(Finding.of(number, "rules.problem.and").suggesting(Optional.of("et " + line)));
                    return;
                }
                sentence = line.substring(3);
            } else if (place == Kind.EXCEPTION && line.startsWith("ou ")) {
                sentence = line.substring(3);
            }
            if (place == Kind.SCOPE) {
                findings.add(Finding.of(number, "rules.problem.outside").suggesting(Optional.of("quand")));
                return;
            }
            sentence(number, sentence, place);
        }

        private void sentence(int number, String line, Kind kind) {
            var among = vocabulary.of(ruleSet, kind);
            Finding refused = null;
            for (Sentence sentence : among) {
                var texts = sentence.match(line);
                if (texts.isPresent()) {
                    var values = new LinkedHashMap<String, BlankValue>();
                    refused = fill(number, texts.get(), values);
                    if (refused == null) {
                        found.computeIfAbsent(kind, k -> new ArrayList<>())
                                .add(new Filled(sentence, Map.copyOf(values), number));
                        return;
                    }
                }
            }
            findings.add(
                    refused != null
                            ? refused
                            : Finding.of(number, "rules.problem.unknown", shortened(line))
                                    .suggesting(vocabulary.nearest(line, among)));
        }

        private @Nullable Finding fill(int number, Map<BlankType, String> texts, Map<String, BlankValue> into) {
            for (var blank : texts.entrySet()) {
                var type = blank.getKey();
                var value = type.parse(blank.getValue());
                if (value.isEmpty()) {
                    return problem(number, type, blank.getValue()).suggesting(Optional.of(type.example()));
                }
                into.put(type.name(), value.get());
            }
            return null;
        }

        private Finding problem(int number, BlankType type, String text) {
            if (type.sort() == BlankType.Sort.CHOICE) {
                return Finding.of(number, "rules.problem.choice", shortened(text), String.join(", ", type.labels()));
            }
            if (type.sort() == BlankType.Sort.TEXT || type.min() == null || type.max() == null) {
                return Finding.of(number, "rules.problem.text", shortened(text));
            }
            String unit = type.unit() == null ? "" : type.unit();
            return Finding.of(number, "rules.problem.range", shortened(text), type.min(), type.max(), unit);
        }

        private static String shortened(String text) {
            return text.length() <= 80 ? text : text.substring(0, 80) + "…";
        }

        /** What a rule must have as a whole; reported where it would go. */
        private void whole(int lastLine) {
            if (name == null && findings.isEmpty()) {
                findings.add(Finding.of(1, "rules.problem.header").suggesting(Optional.of("règle \"Trois absences\"")));
            }
            if (!findings.isEmpty()) {
                return;
            }
            if (parameters) {
                vocabulary.of(ruleSet).forEach(this::exactlyOnce);
                return;
            }
            if (!has(Kind.CONDITION)) {
                findings.add(Finding.of(lastLine, "rules.problem.noCondition").suggesting(Optional.of("quand")));
            }
            if (!has(Kind.ACTION)) {
                findings.add(Finding.of(lastLine, "rules.problem.noAction").suggesting(Optional.of("alors")));
            }
            if (of(Kind.LIMIT).size() > 1) {
                findings.add(Finding.of(of(Kind.LIMIT).get(1).line(), "rules.problem.limitTwice"));
            }
        }

        private void exactlyOnce(Sentence sentence) {
            var same = of(Kind.PARAMETER).stream()
                    .filter(p -> p.sentence().id().equals(sentence.id()))
                    .toList();
            if (same.isEmpty()) {
                findings.add(Finding.of(1, "rules.problem.missing").suggesting(Optional.of(sentence.withExamples())));
            } else if (same.size() > 1) {
                findings.add(Finding.of(same.get(1).line(), "rules.problem.twice"));
            }
        }
    }
}
