package fr.educentre.assidu.relaunch;

import fr.educentre.assidu.alerts.Alerts.AlertView;
import fr.educentre.assidu.relaunch.Relaunches.RelaunchView;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import java.util.List;
import java.util.UUID;

/** Relaunches that a person begins, for an alert whose rule asks for none: quality managers, and referents of the learner's groups. */
public interface ManualRelaunches {

    /** The words that a relaunch may have: the names of the mails that the rules may choose from. */
    List<String> TEMPLATES = List.of("absences-repetees", "foad-inactivite", "avant-abandon");

    /** Longest wait between the first mail and the second, in working days of the learner's site. */
    int LONGEST_WAIT = 20;

    /**
     * How the learner is written to.
     *
     * @param template one of {@link #TEMPLATES}
     * @param thenAfterWorkingDays before the second mail, 1 to {@link #LONGEST_WAIT}; 0 for one mail alone
     * @param reason why, for the journal
     */
    record NewRelaunch(String template, int thenAfterWorkingDays, String reason) {}

    /** Alerts of the learner that still stand and have no relaunch. @throws Refusal NOT_YOURS */
    List<AlertView> startable(UUID learnerId);

    /**
     * The first mail leaves as soon as the facts were looked at again; from there the relaunch is as any other.
     *
     * @throws Refusal NOT_FOUND, NOT_YOURS, or CONFLICT where the alert is over or had its relaunch, or the learner is being written
     *     to with the same words
     * @throws InvalidContent for its fields
     */
    RelaunchView start(UUID alertId, NewRelaunch relaunch);
}
