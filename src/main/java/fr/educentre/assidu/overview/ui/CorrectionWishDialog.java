package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import fr.educentre.assidu.attendance.CorrectionRequests;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.SessionInfo;
import org.springframework.stereotype.Component;

/** A learner says what should stand there instead. What they wrote stays until it was sent. */
@Component
class CorrectionWishDialog {

    private final Texts texts;
    private final CorrectionRequests requests;

    CorrectionWishDialog(Texts texts, CorrectionRequests requests) {
        this.texts = texts;
        this.requests = requests;
    }

    /** @param done run once it was sent */
    void open(SessionInfo session, Runnable done) {
        var dialog = new Dialog(texts.get("overview.space.correction"));
        var wish = new TextArea(texts.get("overview.space.correction.wish"));
        wish.setMaxLength(CorrectionRequests.LONGEST_WISH);
        wish.setRequiredIndicatorVisible(true);
        wish.setWidthFull();
        wish.addValueChangeListener(change -> wish.setInvalid(false));
        var send = new Button(texts.get("overview.space.correction.send"), click -> {
            try {
                requests.ask(session.id(), wish.getValue());
                dialog.close();
                Notification.show(texts.get("overview.space.correction.sent"));
                done.run();
            } catch (Refusal refusal) {
                wish.setErrorMessage(
                        texts.get(refusal.key(), refusal.arguments().toArray()));
                wish.setInvalid(true);
            }
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(
                new Paragraph(SiteTimes.slot(session.startsAt(), session.endsAt(), session.zone(), texts) + " · "
                        + session.title()),
                new Paragraph(texts.get("overview.space.correction.text")),
                wish);
        dialog.getFooter().add(new Button(texts.get("overview.space.cancel"), click -> dialog.close()), send);
        dialog.setWidth("min(34rem, 95vw)");
        dialog.open();
    }
}
