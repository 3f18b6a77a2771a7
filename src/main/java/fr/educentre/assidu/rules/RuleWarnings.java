package fr.educentre.assidu.rules;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What deserves a look among the rules in force. Checks the caller's role. */
public interface RuleWarnings {

    List<Remark> all();

    /** Why a rule deserves a look. */
    enum Kind {
        NEVER_FIRES,
        ALWAYS_FIRES,
        CANNOT_FIRE,
        REPEATS,
        CONTRADICTS,
        NOBODY_TO_TELL
    }

    /** @param text in the reader's language; @param otherId the rule it repeats or contradicts */
    record Remark(
            Kind kind,
            UUID ruleId,
            String ruleName,
            @Nullable UUID otherId,
            String text) {}
}
