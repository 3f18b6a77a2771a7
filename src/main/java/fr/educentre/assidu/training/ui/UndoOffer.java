package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;

/** Says that something was done, and takes it back on demand. */
final class UndoOffer {

    private static final int MILLIS = 10_000;

    private UndoOffer() {}

    /** @param undo takes it back; what refuses that is said */
    static void show(Texts texts, String done, Runnable undo) {
        var notice = new Notification();
        var button = new Button(texts.get("planning.undo"), click -> {
            notice.close();
            try {
                undo.run();
            } catch (Refusal refusal) {
                Notification.show(
                        texts.get(refusal.key(), refusal.arguments().toArray()), MILLIS, Notification.Position.MIDDLE);
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        notice.add(new Div(new Span(done), button));
        notice.setDuration(MILLIS);
        notice.open();
    }
}
