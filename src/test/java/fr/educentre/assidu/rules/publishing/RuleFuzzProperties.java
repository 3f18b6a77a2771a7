package fr.educentre.assidu.rules.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.engine.AssiduityEngine;
import fr.educentre.assidu.rules.engine.Facts;
import fr.educentre.assidu.rules.language.BlankType;
import fr.educentre.assidu.rules.language.RuleReader;
import fr.educentre.assidu.rules.language.RuleText;
import fr.educentre.assidu.rules.language.Sentence;
import fr.educentre.assidu.rules.language.SentenceKind;
import fr.educentre.assidu.rules.language.VersionedRule;
import fr.educentre.assidu.rules.language.Vocabulary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a person writes: a rule that compiles and ends, or problems that name a line. Nothing else, and soon. */
class RuleFuzzProperties {

    private static final Duration READ = Duration.ofSeconds(5);
    private static final Duration RUN = Duration.ofSeconds(30);
    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final RuleReader READER = new RuleReader(VOCABULARY);
    private static final List<LearnerFacts> LEARNERS = List.of(
            Facts.learner().today(),
            Facts.learner().unjustified(20, 9, 5, 2).funders("CPF").apprentice().today(),
            Facts.learner()
                    .session(3, "AM", "LATE", null, "VIDEO", 20, 0)
                    .session(2, "PM", "LEFT_EARLY", null, "ONLINE", 0, 30)
                    .activity(9, 3)
                    .minor()
                    .today());
    private static final List<String> HOSTILE = List.of(
            "\"",
            "\\",
            "\n",
            "\r\n",
            "> eval(true)",
            ">",
            "{n}",
            "$apprenant",
            "${x}",
            "#{x}",
            "; System.exit(1);",
            ") || true || (",
            "end",
            "then",
            "when",
            "rule \"x\"",
            "/*",
            "//",
            "'",
            "\u0000",
            "\u202e",
            "\u200b",
            "é",
            "９",
            "99999999999999999999999999",
            "-1",
            "0x1F",
            "1e9",
            "NaN",
            "eval( true )",
            "@watch(*)",
            "from",
            "l'un de ces faits :",
            "tous ces faits :",
            "- ",
            "et ",
            "ou ",
            "il est faux que ",
            "sauf si ",
            "alors ",
            "quand ",
            "pour ",
            "du 01/01/2026 au ",
            "jours ",
            "sur les ",
            "%",
            "🙂",
            "а");

    @Property(tries = 300)
    void any_text_is_read_soon_into_a_rule_or_problems_by_line(@ForAll("texts") String text) {
        var reading = assertTimeoutPreemptively(READ, () -> READER.read("assiduity", text));
        assertThat(reading.rule().isPresent()).isEqualTo(reading.findings().isEmpty());
        long lines = text.split("\\R", -1).length;
        reading.findings().forEach(finding -> {
            assertThat(finding.line()).isBetween(1, (int) Math.max(1, lines));
            assertThat(finding.key()).startsWith("rules.problem.");
        });
        reading.rule().ifPresent(RuleFuzzProperties::compilesAndEnds);
    }

    @Property(tries = 40)
    void a_rule_of_sentences_is_valid_compiles_and_ends(@ForAll("seeds") long seed) {
        String text = valid(new Random(seed));
        var reading = READER.read("assiduity", text);
        assertThat(reading.findings()).as(text).isEmpty();
        reading.rule().ifPresent(RuleFuzzProperties::compilesAndEnds);
    }

    private static void compilesAndEnds(RuleText rule) {
        assertTimeoutPreemptively(RUN, () -> {
            var numbered = new VersionedRule(UUID.randomUUID(), 1, rule);
            var engine = AssiduityEngine.of(List.of(numbered));
            var first = engine.evaluate(LEARNERS);
            assertThat(engine.evaluate(LEARNERS)).isEqualTo(first);
            for (LearnerFacts learner : LEARNERS) {
                boolean explained =
                        engine.explain(numbered, learner, Locale.FRENCH).fires();
                assertThat(explained)
                        .isEqualTo(!engine.evaluate(List.of(learner)).isEmpty());
            }
        });
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    /** Valid rules spoilt here and there, lines put together at random, and plain noise. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> spoilt = seeds().map(seed -> spoilt(new Random(seed)));
        Arbitrary<String> jumbled = seeds().map(seed -> jumbled(new Random(seed)));
        Arbitrary<String> noise = Arbitraries.strings().all().ofMaxLength(3000);
        Arbitrary<String> repeated = Arbitraries.of(HOSTILE)
                .map(piece -> "règle \"x\"\nquand\n l'apprenant a au moins " + piece.repeat(300)
                        + "\nalors\n prévenir le référent");
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(5, spoilt),
                net.jqwik.api.Tuple.of(3, jumbled),
                net.jqwik.api.Tuple.of(1, noise),
                net.jqwik.api.Tuple.of(1, repeated));
    }

    private static String spoilt(Random random) {
        var text = new StringBuilder(valid(random));
        for (int i = random.nextInt(4); i > 0; i--) {
            String piece = HOSTILE.get(random.nextInt(HOSTILE.size()));
            int at = random.nextInt(text.length());
            if (random.nextBoolean()) {
                text.insert(at, piece);
            } else {
                text.replace(at, Math.min(text.length(), at + 1 + random.nextInt(6)), piece);
            }
        }
        return text.toString();
    }

    private static String jumbled(Random random) {
        var lines = new ArrayList<String>();
        lines.add("règle \"x\"");
        for (int i = random.nextInt(50); i > 0; i--) {
            String line = random.nextInt(3) == 0
                    ? HOSTILE.get(random.nextInt(HOSTILE.size()))
                    : sentence(random, SentenceKind.values()[random.nextInt(SentenceKind.values().length)]);
            lines.add((random.nextInt(4) == 0 ? HOSTILE.get(random.nextInt(HOSTILE.size())) : "") + line);
        }
        return String.join("\n", lines);
    }

    private static String valid(Random random) {
        var lines = new ArrayList<String>();
        lines.add("règle \"Essai " + random.nextInt(100) + "\"");
        for (int i = random.nextInt(3); i > 0; i--) {
            lines.add("pour " + sentence(random, SentenceKind.SCOPE));
        }
        lines.add("quand");
        facts(random, lines);
        if (random.nextBoolean()) {
            lines.add("sauf si");
            facts(random, lines);
        }
        lines.add("alors");
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            lines.add("  " + sentence(random, SentenceKind.ACTION));
        }
        if (random.nextBoolean()) {
            lines.add(sentence(random, SentenceKind.LIMIT));
        }
        return String.join("\n", lines);
    }

    private static void facts(Random random, List<String> lines) {
        int facts = 1 + random.nextInt(5);
        for (int i = 0; i < facts; i++) {
            String lead = i == 0 ? "" : random.nextBoolean() ? "et " : "ou ";
            String not = random.nextInt(4) == 0 ? "il est faux que " : "";
            if (random.nextInt(4) == 0) {
                lines.add("  " + lead + not + (random.nextBoolean() ? "l'un de ces faits :" : "tous ces faits :"));
                for (int item = 1 + random.nextInt(3); item > 0; item--) {
                    lines.add("    - " + sentence(random, SentenceKind.CONDITION));
                }
            } else {
                lines.add("  " + lead + not + sentence(random, SentenceKind.CONDITION));
            }
        }
    }

    private static String sentence(Random random, SentenceKind kind) {
        var among = VOCABULARY.of("assiduity", kind);
        if (among.isEmpty()) {
            return "alors";
        }
        Sentence sentence = among.get(random.nextInt(among.size()));
        String text = sentence.french();
        for (BlankType blank : sentence.blanks()) {
            text = text.replace("{" + blank.name() + "}", value(random, blank));
        }
        return text;
    }

    private static String value(Random random, BlankType blank) {
        return switch (blank.sort()) {
            case NUMBER, PERCENT -> {
                int min =
                        blank.bounds().min() == null ? 0 : blank.bounds().min().intValue();
                int max = blank.bounds().max() == null
                        ? 100
                        : blank.bounds().max().intValue();
                yield String.valueOf(min + random.nextInt(max - min + 1));
            }
            case CHOICE ->
                List.copyOf(blank.choices().values())
                        .get(random.nextInt(blank.choices().size()));
            case DURATION, DATE, TEXT, PHRASE -> blank.example();
        };
    }
}
