package fr.educentre.assidu.signing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.signing.Signing.Act;
import fr.educentre.assidu.signing.SigningMeans;
import fr.educentre.assidu.signing.Strokes;
import org.jspecify.annotations.Nullable;

/** Somebody signs: by hand in the frame, or by one button, with the same worth. */
final class SigningDialog {

    private final Texts texts;
    private final Dialog dialog = new Dialog();
    private final SerializableConsumer<Act> sign;
    private final Paragraph problem = new Paragraph();
    private final SignaturePad pad;

    /**
     * @param who signs
     * @param what they sign, in words
     * @param sign may refuse: then the dialog stays and says why
     */
    SigningDialog(Texts texts, String who, String what, SerializableConsumer<Act> sign) {
        this.texts = texts;
        this.sign = sign;
        pad = new SignaturePad(texts.get("signing.pad", who));
        dialog.setHeaderTitle(who);
        dialog.setWidth("min(34rem, 100%)");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        var drawn = button("signing.drawn", () -> act(SigningMeans.DRAWN));
        drawn.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var confirm = button("signing.confirm", () -> act(SigningMeans.CONFIRMED));
        var ways = new Div(drawn, button("signing.clear", pad::clear), confirm);
        ways.addClassName("assidu-filters");
        dialog.add(new Paragraph(what), pad, problem, ways, muted());
        dialog.getFooter().add(new Button(texts.get("shell.cancel"), click -> dialog.close()));
    }

    void open() {
        dialog.open();
    }

    private Paragraph muted() {
        var same = new Paragraph(texts.get("signing.same"));
        same.addClassName("assidu-muted");
        return same;
    }

    private Button button(String key, Runnable work) {
        var button = new Button(texts.get(key), click -> work.run());
        button.addThemeVariants(ButtonVariant.LUMO_LARGE);
        return button;
    }

    private void act(SigningMeans means) {
        try {
            Strokes strokes = means == SigningMeans.DRAWN ? pad.strokes() : Strokes.NONE;
            sign.accept(new Act(means, strokes, device(), null));
            dialog.close();
        } catch (Refusal refusal) {
            problem.setText(texts.get(refusal.key(), refusal.arguments().toArray()));
            problem.setVisible(true);
        }
    }

    private static String device() {
        VaadinRequest request = VaadinService.getCurrentRequest();
        @Nullable String name = request == null ? null : request.getHeader("User-Agent");
        return name == null ? "" : name;
    }
}
