package fr.educentre.assidu.access;

import java.util.UUID;

/** Sends what accounts need by mail: implemented by the module that writes mails. */
public interface AccountMails {

    /** A link by which its owner chooses a password, once. */
    void sendLink(AccountLink link);

    /**
     * @param to the address
     * @param login the user's name
     * @param path of the page, with the token: nobody but the owner reads it
     * @param forgotten whether it was asked for at the sign-in page; otherwise it is an invitation
     */
    record AccountLink(UUID accountId, String name, String to, String login, String path, boolean forgotten) {}
}
