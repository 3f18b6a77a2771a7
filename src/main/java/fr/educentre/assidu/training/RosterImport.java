package fr.educentre.assidu.training;

import java.util.List;

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
 * <p>An employer that is unknown is added by its name; what looks like a code is no name.
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
    Report run(byte[] content, boolean dryRun);

    /**
     * What was done, or would be when {@code applied} is false. Numbers leave rejected lines out.
     *
     * @param kind {@code learners}, {@code groups} or {@code sessions}
     * @param lines those that are not rejected, in the file's order
     */
    record Report(
            String kind,
            boolean applied,
            int created,
            int updated,
            int unchanged,
            List<Rejected> rejected,
            List<Accepted> lines) {}

    /** What becomes of what a line describes. */
    enum Change {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    /**
     * @param line in the file, the header is 1
     * @param subject whom or what it describes
     */
    record Accepted(int line, String subject, Change change) {}

    /**
     * @param line in the file, the header is 1
     * @param column its title in the file
     * @param problem with the remedy, in the reader's language
     */
    record Rejected(int line, String column, String problem) {}
}
