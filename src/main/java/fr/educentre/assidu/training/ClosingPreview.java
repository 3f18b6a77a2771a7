package fr.educentre.assidu.training;

import java.util.List;
import java.util.UUID;

/** Tells what closing a session will do, before it is closed. Answered by the module that writes to those who are missing. */
public interface ClosingPreview {

    /**
     * Writes nothing.
     *
     * @throws fr.educentre.assidu.shell.Refusal where closing would be refused
     */
    Preview of(UUID sessionId);

    /**
     * What will be once the session is closed.
     *
     * @param willBeAbsent learners
     * @param mailsToSend about absences that become known by it, to learners, employers and guardians
     * @param awaiting learners of whom it will still not be known whether they were there
     * @param absent names of those who will be absent, in the order of the roster
     */
    record Preview(int willBeAbsent, int mailsToSend, int awaiting, List<String> absent) {}
}
