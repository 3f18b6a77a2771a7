package fr.educentre.assidu.documents.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.notification.Notification;
import fr.educentre.assidu.documents.DocumentActs;
import fr.educentre.assidu.documents.DocumentRequest;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Issues, replaces and cancels from the screens, where whoever looks may. */
@org.springframework.stereotype.Component
class IssueButtons {

    private static final int SHOWN = 8000;
    private static final String IN_FORCE = "refusal.documents.inForce";

    private final Texts texts;
    private final DocumentActs acts;

    IssueButtons(Texts texts, DocumentActs acts) {
        this.texts = texts;
        this.acts = acts;
    }

    /**
     * @param inForce number of the one in force, null where there is none
     * @param about what it is of, for whoever hears the button
     */
    Optional<Component> issuing(DocumentRequest request, @Nullable String inForce, String about, Runnable done) {
        if (!acts.mayIssue(request)) {
            return Optional.empty();
        }
        String name = texts.get(inForce == null ? "documents.view.issue" : "documents.view.replace");
        var button = new Button(name, click -> {
            if (inForce == null) {
                issue(request, "", done);
            } else {
                askThenReplace(request, inForce, done);
            }
        });
        button.setAriaLabel(texts.get("shell.says", name, about));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return Optional.of(button);
    }

    Component cancelling(UUID id, String number, Runnable done) {
        String name = texts.get("documents.view.cancel");
        var button = new Button(
                name,
                click -> new ReasonDialog(
                                texts,
                                "documents.view.cancelling",
                                number,
                                reason -> trying(() -> {
                                    acts.cancel(id, reason);
                                    say(texts.get("documents.view.cancelled", number));
                                    done.run();
                                }))
                        .open());
        button.setAriaLabel(texts.get("shell.says", name, number));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private void askThenReplace(DocumentRequest request, String inForce, Runnable done) {
        new ReasonDialog(texts, "documents.view.replacing", inForce, reason -> issue(request, reason, done)).open();
    }

    /** Where others in force share its lines, the reason is asked for. */
    private void issue(DocumentRequest request, String reason, Runnable done) {
        trying(() -> {
            try {
                var issuance = acts.issue(request, reason);
                say(texts.get(
                        issuance.made() ? "documents.view.issuedNow" : "documents.view.unchanged",
                        issuance.document().number()));
                done.run();
            } catch (Refusal refusal) {
                if (!IN_FORCE.equals(refusal.key())) {
                    throw refusal;
                }
                askThenReplace(request, String.valueOf(refusal.arguments().getFirst()), done);
            }
        });
    }

    private void trying(Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            say(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
    }

    private static void say(String text) {
        Notification.show(text, SHOWN, Notification.Position.MIDDLE);
    }
}
