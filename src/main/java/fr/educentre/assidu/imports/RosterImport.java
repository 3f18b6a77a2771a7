package fr.educentre.assidu.imports;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.shell.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lists of learners, groups or sessions as centres keep them: CSV or XLSX. For quality managers and administrators.
 *
 * <p>An empty cell leaves what is known. For a learner who is enrolled already:
 *
 * <ul>
 *   <li>agreed hours, employer and funding of the enrolment in the line's group change with the file; without a group,
 *       those of the enrolment that runs today. An only funding becomes the named funder's and follows the agreed
 *       hours it covered whole; where several share the hours, the line has to name one of them, and changes its file number alone.
 *   <li>an only guardian becomes the one that the file names; of several the one of that name changes, or one is added.
 *   <li>a group the learner is not enrolled in is joined beside the others: both memberships stay, for a learner may follow
 *       two courses at a time. A transfer is said in a column {@code groupe_quitte}: membership of the group named there
 *       ends the day before, what was done there stays credited.
 * </ul>
 *
 * <p>An employer that is unknown is added by its name; programmes, sites, trainers and funders are where {@link Upload#addsUnknown} says so.
 * What looks like a code is no name.
 */
public interface RosterImport {

    /** 20 MB. */
    int MAX_BYTES = 20 * 1024 * 1024;

    /**
     * Adds and updates what the file lists, all of it or, when a line is rejected, nothing.
     *
     * @param dryRun tells what would be done and writes nothing
     * @throws fr.educentre.assidu.shell.Refusal INVALID or TOO_LARGE for a file that is no such list
     */
    default Report run(byte[] content, boolean dryRun) {
        return run(new Upload("", content, Map.of()), dryRun);
    }

    /**
     * Adds and updates what the file lists, all of it or, when a line is rejected, nothing. What is not a dry run is
     * kept as an import, with what it changed.
     *
     * @throws fr.educentre.assidu.shell.Refusal INVALID or TOO_LARGE for a file that is no such list
     */
    Report run(Upload upload, boolean dryRun);

    /** How the columns are understood, and the first lines. */
    Preview preview(Upload upload);

    /**
     * The same as {@link #run} as a durable job: answers at once, goes on after a crash, and is done once.
     *
     * @return the import, {@code WAITING}
     */
    ImportInfo start(Upload upload);

    /**
     * A file and how its columns are to be understood.
     *
     * @param mapping title in the file to the name of a column, {@code ""} to leave it out; titles that are not named
     *     here are understood as the last file with the same titles was, else by themselves
     * @param addsUnknown whether programmes, sites, trainers and funders that the file names and the centre does not know are added
     */
    record Upload(String fileName, byte[] content, Map<String, String> mapping, boolean addsUnknown) {

        public Upload(String fileName, byte[] content, Map<String, String> mapping) {
            this(fileName, content, mapping, false);
        }
    }

    /**
     * What a file looks like.
     *
     * @param columns in the file's order
     * @param kind {@code learners}, {@code groups} or {@code sessions}; null when the columns do not tell
     * @param rows the first ones, cell by cell
     * @param lines how many there are in all
     * @param remembered whether a person chose the columns of a file with these titles before
     */
    record Preview(
            List<ColumnChoice> columns,
            @Nullable String kind,
            List<List<String>> rows,
            int lines,
            boolean remembered) {}

    /**
     * @param title in the file
     * @param column name of our column, empty when it is left out
     */
    record ColumnChoice(String title, String column) {}

    /** Names of the columns that a title can be mapped to. */
    List<String> columns();

    /**
     * What was done, or would be when {@code applied} is false. Numbers leave rejected lines out.
     *
     * @param kind {@code learners}, {@code groups} or {@code sessions}
     * @param unknown what the file names and the centre does not know, each once
     * @param lines those that are not rejected, in the file's order
     * @param importId by which it can be found and undone; null for a dry run
     */
    record Report(
            String kind,
            boolean applied,
            @JsonUnwrapped Counts counts,
            List<Rejected> rejected,
            List<Accepted> lines,
            List<Unknown> unknown,
            @Nullable UUID importId) {

        /** Lines by what becomes of what they describe. */
        public record Counts(int created, int updated, int unchanged) {}

        public int created() {
            return counts.created();
        }

        public int updated() {
            return counts.updated();
        }

        public int unchanged() {
            return counts.unchanged();
        }
    }

    /**
     * Something that the file names and the centre does not know.
     *
     * @param added whether it is added with the list; else it would be, if that were asked for
     */
    record Unknown(Kind kind, String name, boolean added) {

        /** What can be added with a list. */
        public enum Kind {
            PROGRAMME,
            SITE,
            TRAINER,
            FUNDER,
            EMPLOYER;

            /** Key of what is said of a line that names one in vain. */
            public String problem() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /** What becomes of what a line describes. */
    enum Change {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    /**
     * @param line in the file, the header is 1
     * @param subject whom or what it describes
     * @param remarks what to know of it although it is taken
     */
    record Accepted(int line, String subject, Change change, List<Wording> remarks) {}

    /**
     * @param line in the file, the header is 1
     * @param column its title in the file
     * @param problem with the remedy
     */
    record Rejected(int line, String column, Wording problem) {}
}
