package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import fr.educentre.assidu.shell.ScreenLocale;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The language of the screens: French, unless the reader chose English. Kept for the session. */
@Component
class ReaderLanguage implements VaadinServiceInitListener, ScreenLocale {

    private static final long serialVersionUID = 1L;
    private static final String CHOSEN = "assidu.locale";

    static void choose(Locale locale) {
        VaadinSession.getCurrent().setAttribute(CHOSEN, locale);
        UI.getCurrent().setLocale(locale);
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> {
            UI ui = init.getUI();
            Object chosen = ui.getSession().getAttribute(CHOSEN);
            ui.setLocale(chosen instanceof Locale locale ? locale : Locale.FRENCH);
            ui.getPage()
                    .executeJs(
                            "document.documentElement.lang=$0", ui.getLocale().getLanguage());
            ui.getPage()
                    .executeJs("const t=localStorage.getItem('assidu-theme');"
                            + "if(t){document.documentElement.setAttribute('theme',t)}");
        });
    }

    @Override
    public Optional<Locale> current() {
        return Optional.ofNullable(UI.getCurrent()).map(UI::getLocale);
    }
}
