package fr.educentre.assidu.documents;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which document is meant.
 *
 * @param from first day, included; open where null
 * @param to last day, included; open where null
 */
public record DocumentRequest(
        DocumentKind kind,
        Of of,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** What it tells of; each kind reads what it needs. */
    public record Of(
            @Nullable UUID session,
            @Nullable UUID learner,
            @Nullable UUID enrolment,
            @Nullable UUID group,
            @Nullable UUID employer,
            @Nullable UUID funding) {}

    /** Whether the period ends before it begins. */
    public boolean isReversed() {
        return from != null && to != null && to.isBefore(from);
    }

    /** Feuille d'émargement of a session, a line a learner expected. */
    public static DocumentRequest sheetOfSession(UUID session) {
        return new DocumentRequest(
                DocumentKind.ATTENDANCE_SHEET, new Of(session, null, null, null, null, null), null, null);
    }

    /** Feuille d'émargement of a learner, a line a session begun in the period. */
    public static DocumentRequest sheetOfLearner(UUID learner, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new DocumentRequest(
                DocumentKind.ATTENDANCE_SHEET, new Of(null, learner, null, null, null, null), from, to);
    }

    /** Certificat de réalisation of all the hours of an enrolment. */
    public static DocumentRequest certificate(UUID enrolment) {
        return new DocumentRequest(
                DocumentKind.CERTIFICATE, new Of(null, null, enrolment, null, null, null), null, null);
    }
}
