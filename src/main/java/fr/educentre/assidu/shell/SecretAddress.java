package fr.educentre.assidu.shell;

/** Addresses as logs may have them: whoever holds a signed link acts in its owner's name, and people read logs. */
public final class SecretAddress {

    private SecretAddress() {}

    /** A path on one line, without the token of a signed link; with or without the slash it begins with. */
    public static String masked(String path) {
        return path.replaceAll("\\p{Cntrl}", "?").replaceFirst("^(/?(?:[jsc]|suivi)/).*", "$1•••");
    }
}
