package fr.educentre.assidu.documents.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import fr.educentre.assidu.documents.IssuedFile;
import fr.educentre.assidu.shell.Refusal;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContextHolder;

/** Links that make their file when followed, in the language of the screen. */
final class Downloads {

    private Downloads() {}

    static Anchor link(String text, Supplier<IssuedFile> file) {
        return new Anchor(
                handler(event -> {
                    var made = file.get();
                    event.setFileName(made.fileName());
                    event.setContentType(made.mediaType());
                    event.setContentLength(made.bytes().length);
                    event.getOutputStream().write(made.bytes());
                }),
                text);
    }

    static DownloadHandler handler(Making making) {
        return event -> {
            LocaleContextHolder.setLocale(event.getUI().getLocale());
            try {
                making.write(event);
            } catch (Refusal refusal) {
                event.getResponse().sendError(refusal.kind().status(), "");
            } catch (RuntimeException e) {
                event.getResponse().setStatus(HttpStatusCode.INTERNAL_SERVER_ERROR.getCode());
                throw e;
            } finally {
                LocaleContextHolder.resetLocaleContext();
            }
        };
    }

    interface Making extends java.io.Serializable {
        void write(DownloadEvent event) throws IOException;
    }
}
