package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;

/** From which address of the network the screen of this moment is asked for: whoever guesses there is slowed down. */
public final class VisitorAddress {

    private static final String NOWHERE = "-";

    private VisitorAddress() {}

    public static String current() {
        VaadinRequest request = VaadinService.getCurrentRequest();
        return request == null ? NOWHERE : request.getRemoteAddr();
    }
}
