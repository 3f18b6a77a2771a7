package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.html.Span;

/** A status by word, shape and colour. */
public class StatusBadge extends Span {

    private static final long serialVersionUID = 1L;

    /** How it is drawn; the shape is told by a sign before the word, never by colour alone. */
    public enum Tone {
        GOOD("●"),
        NOTICE("◐"),
        BAD("✕"),
        WAITING("…"),
        NEUTRAL("○");

        private final String sign;

        Tone(String sign) {
            this.sign = sign;
        }
    }

    public StatusBadge(Tone tone, String text) {
        var sign = new Span(tone.sign);
        sign.getElement().setAttribute("aria-hidden", "true");
        add(sign, new Span(text));
        addClassNames("assidu-badge", "assidu-badge-" + tone.name().toLowerCase(java.util.Locale.ROOT));
    }
}
