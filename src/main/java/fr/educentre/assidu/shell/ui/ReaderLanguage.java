package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import fr.educentre.assidu.shell.ScreenLocale;
import fr.educentre.assidu.shell.Texts;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The language of the screens: French, unless the reader chose English. Versioned for the session. */
@Component
class ReaderLanguage implements VaadinServiceInitListener, ScreenLocale {

    private static final long serialVersionUID = 1L;
    private static final String CHOSEN = "assidu.locale";

    static void choose(Locale locale) {
        VaadinSession.getCurrent().setAttribute(CHOSEN, locale);
        UI.getCurrent().setLocale(locale);
    }

    private final transient ObjectProvider<Texts> texts;

    ReaderLanguage(ObjectProvider<Texts> texts) {
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(info -> systemMessages(language(info.getLocale())));
        event.getSource().addUIInitListener(init -> {
            UI ui = init.getUI();
            Object chosen = ui.getSession().getAttribute(CHOSEN);
            ui.setLocale(chosen instanceof Locale locale ? locale : Locale.FRENCH);
            var reconnecting = ui.getReconnectDialogConfiguration();
            reconnecting.setDialogText(in(ui.getLocale(), "shell.connection.lost"));
            reconnecting.setDialogTextGaveUp(in(ui.getLocale(), "shell.connection.gaveUp"));
            ui.getPage()
                    .executeJs(
                            "document.documentElement.lang=$0", ui.getLocale().getLanguage());
            ui.getPage()
                    .executeJs("const t=localStorage.getItem('assidu-theme');"
                            + "if(t){document.documentElement.setAttribute('theme',t)}");
        });
    }

    private CustomizedSystemMessages systemMessages(Locale locale) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredCaption(in(locale, "shell.session.expired"));
        messages.setSessionExpiredMessage(in(locale, "shell.session.expired.text"));
        messages.setInternalErrorCaption(in(locale, "shell.error.title"));
        messages.setInternalErrorMessage(in(locale, "shell.error.text"));
        messages.setCookiesDisabledCaption(in(locale, "shell.cookies.title"));
        messages.setCookiesDisabledMessage(in(locale, "shell.cookies.text"));
        messages.setSyncErrorCaption(in(locale, "shell.error.title"));
        messages.setSyncErrorMessage(in(locale, "shell.session.expired.text"));
        return messages;
    }

    private String in(Locale locale, String key) {
        return texts.getObject().in(locale, key);
    }

    /** Of whom no screen knows the choice yet, French. */
    private static Locale language(@Nullable Locale locale) {
        return locale == null || UI.getCurrent() == null
                ? Locale.FRENCH
                : UI.getCurrent().getLocale();
    }

    @Override
    public Optional<Locale> current() {
        return Optional.ofNullable(UI.getCurrent()).map(UI::getLocale);
    }
}
