package fr.educentre.assidu.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The attendance report (rapport d'assiduité): a row a learner and session begun, totals a learner. */
public interface AttendanceReports {

    /**
     * Checks the filter against what the caller may see: unknown ones are refused, then those of others. To be called
     * before the first byte is written.
     */
    Prepared prepare(Filter filter);

    /** What a report would hold and lack. */
    Outlook outlook(Filter filter);

    /** Both days included, local to the session; open where null. */
    record Filter(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable UUID groupId,
            @Nullable UUID learnerId,
            @Nullable UUID funderId) {}

    /** A report allowed to the caller. */
    interface Prepared {

        /**
         * Writes the whole report, or nothing.
         *
         * @throws fr.educentre.assidu.shell.Refusal INVALID for a PDF with a letter that no font of documents has
         */
        void write(Format format, OutputStream out) throws IOException;
    }

    /**
     * @param awaiting rows whose status awaits data
     * @param withoutProof rows of a present learner whose proof is incomplete
     * @param openSessions sessions begun and not closed
     */
    record Outlook(long rows, long learners, long sessions, long awaiting, long withoutProof, long openSessions) {}

    /** What it is written as. */
    enum Format {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        PDF("application/pdf"),
        CSV("text/csv;charset=UTF-8");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        public String extension() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
