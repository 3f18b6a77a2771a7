package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.ClosingPreview;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks before a session is closed, and says what closing it will do. */
@Component
public class ClosingQuestion {

    private static final int MILLIS = 6000;

    private final ClosingPreview preview;
    private final Texts texts;

    ClosingQuestion(ClosingPreview preview, Texts texts) {
        this.preview = preview;
        this.texts = texts;
    }

    /** @param close closes it; what refuses that is the caller's to say */
    public void ask(UUID sessionId, Runnable close) {
        ClosingPreview.Preview after;
        try {
            after = preview.of(sessionId);
        } catch (Refusal refusal) {
            Notification.show(
                    texts.get(refusal.key(), refusal.arguments().toArray()), MILLIS, Notification.Position.MIDDLE);
            return;
        }
        var dialog = new ConfirmDialog();
        dialog.setHeader(texts.get("planning.close.title"));
        var text =
                new Div(new Paragraph(texts.get("planning.close.summary", after.willBeAbsent(), after.mailsToSend())));
        if (!after.absent().isEmpty()) {
            text.add(new Paragraph(texts.get("planning.close.absent", String.join(", ", after.absent()))));
        }
        if (after.awaiting() > 0) {
            text.add(new Paragraph(texts.get("planning.close.awaiting", after.awaiting())));
        }
        dialog.setText(text);
        dialog.setCancelable(true);
        dialog.setCancelText(texts.get("shell.cancel"));
        dialog.setConfirmText(texts.get("planning.close.act"));
        dialog.addConfirmListener(confirmed -> close.run());
        dialog.open();
    }
}
