package fr.educentre.assidu.rules;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rules and their versions: reading, checking, drafting, publishing. Checks the caller's role. */
public interface RuleBook {

    List<RuleView> all();

    /** @throws fr.educentre.assidu.shell.Refusal NOT_FOUND */
    RuleView get(UUID ruleId);

    /** Sentences of the vocabulary with their typed blanks. */
    List<Sentence> vocabulary();

    /** The same; what may stand in the blanks is in the language that a rule is written in, whoever reads it. */
    List<Sentence> vocabulary(Locale written);

    Checked check(String ruleSet, String text);

    /** The lines of a text cut at the blanks of their sentences; put together again they are the same text. */
    List<List<Piece>> pieces(String ruleSet, String text);

    /**
     * How a line may go on: the sentences of its place that begin as it does, then those that hold its words.
     *
     * @param line from 1
     * @return whole lines, best first
     */
    List<String> complete(String ruleSet, String text, int line);

    /** What a text answers to examples; nothing in force changes. Refused INVALID when the text is not valid. */
    List<RuleExample.Outcome> tryExamples(String ruleSet, String text, List<RuleExample> examples);

    /** A made-up learner to begin an example with: one on whom the text would fire, as far as its sentences tell. */
    RuleExample likelyExample(String ruleSet, String text);

    /**
     * A new rule with its first draft.
     *
     * @throws fr.educentre.assidu.shell.Refusal INVALID when the text is not valid; CONFLICT when another rule has its name
     */
    RuleView create(String ruleSet, Draft draft);

    RuleView draft(UUID ruleId, Draft draft);

    /** The same draft, written on by its author; another person's change is a draft of its own. */
    RuleView redraft(UUID ruleId, int version, Draft draft);

    /**
     * Publishes the version; takes effect at once. A text that fails to compile, or an example that does not hold, never
     * replaces what works. A retired version comes back as a new version of the same text.
     *
     * @param reason kept with the version and in the journal
     */
    RuleView publish(UUID ruleId, int version, String reason);

    RuleView retire(UUID ruleId, String reason);

    /** @throws fr.educentre.assidu.shell.Refusal NOT_FOUND */
    Difference difference(UUID ruleId, int from, int to);

    /**
     * What a person writes.
     *
     * @param purpose what it is for
     * @param startsOn first day it holds, null for at once; @param endsOn last one, null for no end
     */
    record Draft(
            String text,
            String purpose,
            List<String> tags,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            List<RuleExample> examples) {

        /** A text and nothing else. */
        public static Draft of(String text) {
            return new Draft(text, "", List.of(), null, null, List.of());
        }
    }

    /** @param live false once retired: it then gives its name back */
    record RuleView(
            UUID id,
            String ruleSet,
            String code,
            String name,
            @Nullable String text,
            List<VersionView> versions,
            boolean live) {

        /** The version in force, or the newest one where none is. */
        public Optional<VersionView> shown() {
            return versions.stream()
                    .filter(version -> version.state().equals("PUBLISHED"))
                    .findFirst()
                    .or(() -> versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast()));
        }

        public Optional<VersionView> version(int number) {
            return versions.stream().filter(one -> one.version() == number).findFirst();
        }
    }

    /**
     * @param state DRAFT, PUBLISHED or RETIRED
     */
    record VersionView(
            int version,
            String state,
            String text,
            @JsonUnwrapped Writing writing,
            @JsonUnwrapped Publication publication,
            @JsonUnwrapped Retirement retirement,
            @JsonUnwrapped Terms terms,
            List<RuleExample> examples) {

        /** Who wrote it, and when. */
        public record Writing(String author, Instant createdAt) {}

        /**
         * Who published it, when and why.
         *
         * @param publishReason why it was put in force; @param retireReason why it was taken out
         */
        public record Publication(
                @Nullable String publishedBy,
                @Nullable Instant publishedAt,
                @Nullable String publishReason) {}

        /** Who retired it, when and why. */
        public record Retirement(
                @Nullable String retiredBy,
                @Nullable Instant retiredAt,
                @Nullable String retireReason) {}

        /** What it is for, and when it is in force. */
        public record Terms(
                String purpose,
                List<String> tags,
                @Nullable LocalDate startsOn,
                @Nullable LocalDate endsOn) {}

        public Draft content() {
            return new Draft(text, terms.purpose(), terms.tags(), terms.startsOn(), terms.endsOn(), examples);
        }
    }

    /**
     * What differs between two versions.
     *
     * @param sentences in the reader's language, one a change; empty when nothing differs
     * @param lines the two texts side by side
     */
    record Difference(int from, int to, List<String> sentences, List<Line> lines) {

        /**
         * @param kind SAME, ADDED, REMOVED or CHANGED
         * @param before null for an added line; @param after null for a removed one
         */
        public record Line(
                String kind,
                @Nullable String before,
                @Nullable String after) {}
    }

    /** @param kind CONDITION, EXCEPTION, SCOPE, ACTION or LIMIT */
    record Sentence(String id, String ruleSet, String kind, String french, String english, List<Blank> blanks) {}

    record Blank(
            String name,
            String type,
            @Nullable String unit,
            @Nullable Double min,
            @Nullable Double max,
            List<String> choices,
            String example) {}

    /** @param blank what the text fills, null for the words around */
    record Piece(String text, @Nullable Blank blank) {}

    record Checked(boolean valid, List<Problem> problems) {}

    /**
     * @param line from 1
     * @param corrected the whole text with the suggestion applied, null where it cannot be
     */
    record Problem(
            int line,
            String message,
            String suggestion,
            @Nullable String corrected) {}
}
