package fr.educentre.assidu.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The words of the mails. A centre writes its own beside those that ship with Assidu; every version stays, and what was sent says
 * by which it was written. A blank stands in braces and is one of the mail's; words between {@code {si x}} and {@code {/}} are
 * left out where the blank x is empty, those between {@code {sauf x}} and {@code {/}} where it is not.
 */
public interface MessageTemplates {

    /** Every mail, in both languages, by name. */
    List<TemplateView> all();

    /** @throws fr.educentre.assidu.shell.Refusal NOT_FOUND for no such mail */
    TemplateView get(String key, String language);

    /**
     * Puts words in force for what is written from now on.
     *
     * @param version the one that was read
     * @throws fr.educentre.assidu.shell.Refusal NOT_FOUND; CONFLICT where another version is in force by now; INVALID, naming line
     *     and blank, for a blank that the mail cannot fill, a mark that is not closed, or a link that is missing
     */
    TemplateView write(String key, int version, Draft draft);

    /**
     * How a mail reads: for a learner, or with invented values.
     *
     * @throws fr.educentre.assidu.shell.Refusal NOT_FOUND; INVALID as for {@link #write}
     */
    Preview preview(String key, Draft draft, @Nullable UUID learner);

    /**
     * Sends a preview to whoever asks, at the address of their account.
     *
     * @throws fr.educentre.assidu.shell.Refusal as for {@link #preview}; INVALID where the account has no address
     */
    void test(String key, Draft draft, @Nullable UUID learner);

    /** @param language {@code fr} or {@code en} */
    record Draft(String language, String subject, String text) {}

    record Preview(String subject, String text) {}

    /**
     * @param own whether the centre wrote these words
     * @param blanks that can be put in
     * @param versions before, newest first; the shipped one last
     */
    record TemplateView(
            String key,
            String name,
            String language,
            Words words,
            boolean own,
            List<Blank> blanks,
            List<Past> versions) {}

    /** @param text the mail below its subject */
    record Words(int version, String subject, String text) {}

    /**
     * @param label what fills it
     * @param required whether the mail is of no use without it
     */
    record Blank(String name, String label, boolean required) {}

    /** @param by null for the words that ship with Assidu, as the time is */
    record Past(Words words, @Nullable Instant at, @Nullable String by) {}
}
