package fr.educentre.assidu.rules;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rules as files: the same text as in {@code rules/}, so that a centre keeps them under version control. */
public interface RuleFiles {

    /** Longest upload, in bytes. */
    int MAX_BYTES = 1024 * 1024;

    /** @param version null for the one in force, or the newest; @throws fr.educentre.assidu.shell.Refusal NOT_FOUND */
    File one(UUID ruleId, @Nullable Integer version);

    /** A ZIP of every live rule, a folder a set; purpose, tags, dates and examples stand in a file beside the text. */
    File all();

    /**
     * A {@code .dslr} file or a ZIP of them: each becomes a draft, of the rule of the same name or file name where there
     * is one. A file that is no rule is told, line by line, and the others are taken.
     *
     * @param ruleSet of a single file that stands in no folder; null to find out
     * @param dryRun tells what would be done
     * @throws fr.educentre.assidu.shell.Refusal UNSUPPORTED for another kind of file
     */
    Report take(String fileName, byte[] content, @Nullable String ruleSet, boolean dryRun);

    record File(String name, String mediaType, byte[] bytes) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof File file && file.name.equals(name) && java.util.Arrays.equals(file.bytes, bytes);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    record Report(List<Taken> taken, List<Wrong> wrong) {}

    /** @param outcome CREATED, DRAFTED or UNCHANGED; @param ruleId null for a rule that a dry run would create */
    record Taken(
            String file,
            String outcome,
            @Nullable UUID ruleId,
            String ruleName,
            @Nullable Integer version) {}

    /** @param line from 1, 0 for the file as a whole */
    record Wrong(String file, int line, String problem, String suggestion) {}
}
