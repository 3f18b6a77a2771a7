package fr.educentre.assidu.overview.ui;

import fr.educentre.assidu.documents.DocumentFile;
import fr.educentre.assidu.documents.DocumentRequest;
import fr.educentre.assidu.documents.Documents;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FileLink;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Links to the documents of a session or a learner: the one in force, else a draft. Following one issues nothing. */
@Component
class DocumentLinks {

    private final Texts texts;
    private final Documents documents;

    DocumentLinks(Texts texts, Documents documents) {
        this.texts = texts;
        this.documents = documents;
    }

    FileLink sheetOfSession(UUID sessionId) {
        return link("overview.session.sheet", DocumentRequest.sheetOfSession(sessionId));
    }

    FileLink sheetOfLearner(UUID learnerId) {
        return link("overview.learner.sheet", DocumentRequest.sheetOfLearner(learnerId, null, null));
    }

    FileLink certificate(UUID enrolmentId) {
        return link("overview.learner.certificate", DocumentRequest.certificate(enrolmentId));
    }

    private FileLink link(String key, DocumentRequest request) {
        return new FileLink(texts.get(key), texts, () -> content(documents.read(request, false)));
    }

    private static FileLink.Content content(DocumentFile file) {
        return new FileLink.Content(file.fileName(), file.mediaType(), file.bytes());
    }
}
