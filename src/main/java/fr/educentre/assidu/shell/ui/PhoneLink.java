package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.html.Anchor;

/** A number that a touch calls, named by whose it is. */
public class PhoneLink extends Anchor {

    private static final long serialVersionUID = 1L;

    /** @param spoken what a screen reader says, the number included */
    public PhoneLink(String number, String spoken) {
        super("tel:" + number.replaceAll("[^+0-9]", ""), number);
        addClassName("assidu-phone");
        getElement().setAttribute("aria-label", spoken);
    }
}
