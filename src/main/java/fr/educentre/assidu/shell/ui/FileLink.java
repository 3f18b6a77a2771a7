package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import java.io.IOException;
import java.io.Serializable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContextHolder;

/** A link to a file that is made when it is asked for. */
public class FileLink extends Anchor {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10_000;

    /** A file as it leaves. */
    public record Content(String fileName, String mediaType, byte[] bytes) {}

    public FileLink(String text, Supplier<Content> file) {
        super((DownloadHandler) event -> send(event, file, refusal -> {}), text);
    }

    /** Where the file is refused, the page says why. */
    public FileLink(String text, Texts texts, Supplier<Content> file) {
        super((DownloadHandler) event -> send(event, file, refusal -> show(event.getUI(), texts, refusal)), text);
    }

    /** A file that is written as it is made; where it is refused, the page says why. */
    public FileLink(String text, Texts texts, Writing file) {
        super((DownloadHandler) event -> answer(event, file, refusal -> show(event.getUI(), texts, refusal)), text);
    }

    /** Names the file and its media type, then writes it: nothing before it may be refused no more. */
    public interface Writing extends Serializable {
        void write(DownloadEvent event) throws IOException;
    }

    private static void show(UI ui, Texts texts, Refusal refusal) {
        String why = texts.get(refusal.key(), refusal.arguments().toArray());
        ui.access(() -> Notification.show(why, SHOWN, Notification.Position.MIDDLE));
    }

    private static void send(DownloadEvent event, Supplier<Content> file, Consumer<Refusal> refused)
            throws IOException {
        answer(
                event,
                to -> {
                    Content content = file.get();
                    to.setFileName(content.fileName());
                    to.setContentType(content.mediaType());
                    to.setContentLength(content.bytes().length);
                    to.getOutputStream().write(content.bytes());
                },
                refused);
    }

    private static void answer(DownloadEvent event, Writing file, Consumer<Refusal> refused) throws IOException {
        LocaleContextHolder.setLocale(event.getUI().getLocale());
        try {
            file.write(event);
        } catch (Refusal refusal) {
            refused.accept(refusal);
            event.getResponse().sendError(refusal.kind().status(), "");
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
