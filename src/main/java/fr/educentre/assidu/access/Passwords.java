package fr.educentre.assidu.access;

/** The signed-in person's password. */
public interface Passwords {

    int SHORTEST = 12;

    /** A one-time password was used to sign in: nothing else is open until it is changed. */
    boolean mustChange();

    /**
     * @throws fr.educentre.assidu.shell.Refusal INVALID when the current one is wrong, or the next is the same, shorter than
     *     {@link #SHORTEST} characters, longer than 72 bytes, or known
     */
    void change(String currentPassword, String next);
}
