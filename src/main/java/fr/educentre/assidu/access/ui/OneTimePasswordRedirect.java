package fr.educentre.assidu.access.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import fr.educentre.assidu.access.Passwords;
import org.springframework.stereotype.Component;

/** Leads whoever signed in with a one-time password to the screen where it is changed, wherever they wanted to go. */
@Component
class OneTimePasswordRedirect implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private final transient Passwords passwords;

    OneTimePasswordRedirect(Passwords passwords) {
        this.passwords = passwords;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(init -> init.getUI().addBeforeEnterListener(enter -> {
                    if (passwords.mustChange() && enter.getNavigationTarget() != ChangePasswordView.class) {
                        enter.forwardTo(ChangePasswordView.class);
                    }
                }));
    }
}
