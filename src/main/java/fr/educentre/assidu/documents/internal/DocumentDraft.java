package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.training.OrganisationInfo;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document ready to be issued.
 *
 * @param series letters that open its number
 * @param subject what it tells about: one document is valid for it at a time
 * @param model the values printed
 * @param certified what its public verification shows
 * @param zone in which the date of issue is written
 */
record DocumentDraft(
        String kind,
        String series,
        String fileStem,
        String subject,
        String title,
        String template,
        Record model,
        List<Certified> certified,
        About about,
        OrganisationInfo organisation,
        ZoneId zone) {

    record Certified(String label, String value) {}

    record About(
            @Nullable UUID learnerId,
            @Nullable UUID enrolmentId,
            @Nullable UUID sessionId,
            @Nullable UUID groupId) {}
}
