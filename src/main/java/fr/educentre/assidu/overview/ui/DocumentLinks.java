package fr.educentre.assidu.overview.ui;

import fr.educentre.assidu.documents.AttendanceSheets;
import fr.educentre.assidu.documents.Certificates;
import fr.educentre.assidu.documents.IssuedFile;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FileLink;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Links to the documents of a session or a learner, made when asked for. */
@Component
class DocumentLinks {

    private final Texts texts;
    private final AttendanceSheets sheets;
    private final Certificates certificates;

    DocumentLinks(Texts texts, AttendanceSheets sheets, Certificates certificates) {
        this.texts = texts;
        this.sheets = sheets;
        this.certificates = certificates;
    }

    FileLink sheetOfSession(UUID sessionId) {
        return new FileLink(texts.get("overview.session.sheet"), texts, () -> content(sheets.ofSession(sessionId)));
    }

    FileLink sheetOfLearner(UUID learnerId) {
        return new FileLink(
                texts.get("overview.learner.sheet"), texts, () -> content(sheets.ofLearner(learnerId, null, null)));
    }

    FileLink certificate(UUID enrolmentId) {
        return new FileLink(
                texts.get("overview.learner.certificate"), texts, () -> content(certificates.ofEnrolment(enrolmentId)));
    }

    private static FileLink.Content content(IssuedFile file) {
        return new FileLink.Content(file.fileName(), file.mediaType(), file.bytes());
    }
}
