package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.OrganisationInfo;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document ready to be issued.
 *
 * @param title in the lists of documents, read in the reader's language; the paper itself is in French
 * @param zone in which the date of issue is written
 */
record DocumentDraft(
        Filing filing,
        Wording.Bilingual title,
        Content content,
        About about,
        List<DocumentLine> lines,
        OrganisationInfo organisation,
        ZoneId zone) {

    /**
     * Under what it is kept and numbered.
     *
     * @param series letters that open its number
     * @param scope within it no two documents in force share a line
     * @param subject what it tells about: one document is in force for it at a time
     */
    record Filing(String kind, String series, String fileStem, String scope, String subject) {}

    /**
     * What is printed.
     *
     * @param model the values printed
     * @param certified what its public verification shows
     */
    record Content(String template, Record model, List<Certified> certified) {}

    /**
     * A value as it is printed.
     *
     * @param label key of the text that names it, read in the reader's language
     */
    record Certified(String label, String value) {

        static Certified of(String key, String value) {
            return new Certified(Wording.of(key).stored(), value);
        }
    }

    record About(
            @Nullable UUID learnerId,
            @Nullable UUID enrolmentId,
            @Nullable UUID sessionId,
            @Nullable UUID groupId) {}
}
