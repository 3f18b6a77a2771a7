package fr.educentre.assidu.rules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rules and their versions: reading, checking, drafting, publishing. Checks the caller's role. */
public interface RuleBook {

    List<RuleView> all();

    /** @throws fr.educentre.assidu.shell.Refusal NOT_FOUND */
    RuleView get(UUID ruleId);

    /** Sentences of the vocabulary with their typed blanks. */
    List<Sentence> vocabulary();

    Checked check(String ruleSet, String text);

    /** The lines of a text cut at the blanks of their sentences; put together again they are the same text. */
    List<List<Piece>> pieces(String ruleSet, String text);

    /** A new rule with its first draft. Refused INVALID when the text is not valid. */
    RuleView create(String ruleSet, String text);

    RuleView draft(UUID ruleId, String text);

    /** Publishes the version; takes effect at once. A text that fails to compile never replaces one that works. */
    RuleView publish(UUID ruleId, int version);

    RuleView retire(UUID ruleId);

    record RuleView(
            UUID id,
            String ruleSet,
            String code,
            String name,
            @Nullable String text,
            List<VersionView> versions) {}

    record VersionView(
            int version,
            String state,
            String text,
            String author,
            Instant createdAt,
            @Nullable String publishedBy,
            @Nullable Instant publishedAt) {}

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

    /** @param line from 1 */
    record Problem(int line, String message, String suggestion) {}
}
