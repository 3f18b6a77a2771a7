package fr.educentre.assidu.justification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import fr.educentre.assidu.justification.Justifications;
import fr.educentre.assidu.justification.Justifications.Document;
import fr.educentre.assidu.justification.Justifications.JustificationView;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.workflow.TaskList.TaskView;
import fr.educentre.assidu.workflow.ui.TaskDetail;
import java.io.ByteArrayInputStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The document beside the task, for those who may open it. */
@Configuration(proxyBeanMethods = false)
class JustificationDetails {

    @Bean
    TaskDetail checkedDocumentDetail(Justifications justifications, Texts texts) {
        return new Detail("verifier-document", justifications, texts);
    }

    @Bean
    TaskDetail decidedJustificationDetail(Justifications justifications, Texts texts) {
        return new Detail("decider-justificatif", justifications, texts);
    }

    private record Detail(String kind, Justifications justifications, Texts texts) implements TaskDetail {

        @Override
        public Component detail(TaskView task) {
            var detail = new Div(new H3(texts.get("justification.detail.document")));
            var id = task.about().justificationId();
            JustificationView view = id == null ? null : justifications.find(id).orElse(null);
            if (view == null || !view.document().hasDocument()) {
                detail.add(new Span(texts.get("justification.detail.none")));
            } else if (view.document().documentName() == null) {
                detail.add(new Span(texts.get("justification.detail.hidden")));
            } else {
                var open = new Anchor(
                        DownloadHandler.fromInputStream(event -> response(justifications.document(view.id()))),
                        AttachmentType.DOWNLOAD,
                        texts.get("justification.detail.open") + " ("
                                + view.document().documentName() + ")");
                detail.add(open);
            }
            return detail;
        }

        private static DownloadResponse response(Document document) {
            byte[] bytes = document.bytes();
            return new DownloadResponse(
                    new ByteArrayInputStream(bytes), document.fileName(), document.mediaType(), bytes.length);
        }
    }
}
