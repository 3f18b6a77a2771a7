package fr.educentre.assidu.documents.internal;

import java.io.IOException;

/** Takes the rows of a report one by one, a learner's rows together, and keeps none. */
interface ReportSink {

    void row(ReportRow row) throws IOException;

    /** After the last row of a learner. */
    void totals(ReportTotals totals) throws IOException;

    void end() throws IOException;
}
