package fr.educentre.assidu.signing.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import fr.educentre.assidu.signing.Strokes;

/** A frame to sign in by hand; a rotated device leaves what was drawn. */
@Tag("assidu-signature")
class SignaturePad extends Component {

    private static final long serialVersionUID = 1L;

    private String strokes = "[]";

    SignaturePad(String label) {
        getElement().setAttribute("label", label);
    }

    /** Called by the browser after each line, with all of them. */
    @ClientCallable
    void drawn(String lines) {
        strokes = lines;
    }

    /** @throws fr.educentre.assidu.shell.Refusal for what are no lines */
    Strokes strokes() {
        return Strokes.parse(strokes);
    }

    void clear() {
        strokes = "[]";
        getElement().callJsFunction("clear");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().addJavaScript("context://signature.js");
    }
}
