package fr.educentre.assidu.rules;

/** Which source is believed when two disagree about a learner. A person's mark comes before all. */
public record SourceTrust(SignInOrLog signInOrLog, ServiceOrFile serviceOrFile) {

    /** Where the published text says nothing. */
    public static final SourceTrust USUAL = new SourceTrust(SignInOrLog.LOG_THAT_SHOWS, ServiceOrFile.BOTH);

    /** The countersigned sign-in, or the connection log. */
    public enum SignInOrLog {
        /** The log as soon as it shows a minute, else the sign-in. */
        LOG_THAT_SHOWS,
        SIGNATURE,
        /** The log, even if it does not show the learner. */
        LOG
    }

    /** The connection log received from the service (API, webhook), or the one of a file. */
    public enum ServiceOrFile {
        /** Their union. */
        BOTH,
        SERVICE,
        FILE
    }

    /**
     * A signature says nothing against a log that is believed even empty; in person nobody needs to connect.
     *
     * @param logged a connection log of the session is known, whomever it shows
     */
    public boolean signInDenied(String modality, boolean logged) {
        return signInOrLog == SignInOrLog.LOG && logged && !modality.equals("IN_PERSON");
    }
}
