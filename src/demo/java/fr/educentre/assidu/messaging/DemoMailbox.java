package fr.educentre.assidu.messaging;

import java.time.Instant;
import java.util.List;

/** What the mail server of the demonstration received; a bean in the demonstration only. */
public interface DemoMailbox {

    /** @param limit number of mails at most, newest first */
    List<ReceivedMail> newest(int limit);

    record ReceivedMail(String id, String from, String to, String subject, String text, Instant receivedAt) {}
}
