package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinSession;
import fr.educentre.assidu.shell.ChosenLanguage;
import fr.educentre.assidu.shell.ScreenLocale;
import fr.educentre.assidu.shell.Texts;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The language of the screens: French, unless the reader chose English. Kept in their browser. */
@Component
public class ReaderLanguage implements VaadinServiceInitListener, ScreenLocale {

    private static final long serialVersionUID = 1L;
    private static final String CHOSEN = "assidu.locale";

    /** From now on, on this screen and on all that the reader opens next; what is drawn already stays as it is. */
    public static void choose(Locale locale) {
        VaadinSession.getCurrent().setAttribute(CHOSEN, locale);
        if (VaadinService.getCurrentResponse() instanceof VaadinServletResponse response) {
            boolean secure = VaadinService.getCurrentRequest() != null
                    && VaadinService.getCurrentRequest().isSecure();
            response.addCookie(ChosenLanguage.remember(locale, secure));
        }
        UI ui = UI.getCurrent();
        ui.setLocale(locale);
        ui.getPage().executeJs("document.documentElement.lang=$0", locale.getLanguage());
    }

    private final transient ObjectProvider<Texts> texts;

    ReaderLanguage(ObjectProvider<Texts> texts) {
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(info -> systemMessages(language(info.getRequest())));
        event.getSource().addUIInitListener(init -> {
            UI ui = init.getUI();
            Object chosen = ui.getSession().getAttribute(CHOSEN);
            ui.setLocale(chosen instanceof Locale locale ? locale : remembered(VaadinService.getCurrentRequest()));
            var reconnecting = ui.getReconnectDialogConfiguration();
            reconnecting.setDialogText(in(ui.getLocale(), "shell.connection.lost"));
            reconnecting.setDialogTextGaveUp(in(ui.getLocale(), "shell.connection.gaveUp"));
            ui.getPage()
                    .executeJs(
                            "document.documentElement.lang=$0", ui.getLocale().getLanguage());
            // The one word of the connection's own that the dialog's texts do not replace.
            ui.getPage()
                    .executeJs(
                            "const c=window.Vaadin&&window.Vaadin.connectionIndicator;if(c){c.onlineText=$0}",
                            in(ui.getLocale(), "shell.connection.back"));
        });
    }

    private CustomizedSystemMessages systemMessages(Locale locale) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredCaption(in(locale, "shell.session.expired"));
        messages.setSessionExpiredMessage(in(locale, "shell.session.expired.text"));
        messages.setInternalErrorCaption(in(locale, "shell.error.title"));
        messages.setInternalErrorMessage(in(locale, "shell.error.reload"));
        messages.setCookiesDisabledCaption(in(locale, "shell.cookies.title"));
        messages.setCookiesDisabledMessage(in(locale, "shell.cookies.text"));
        messages.setSyncErrorCaption(in(locale, "shell.error.title"));
        messages.setSyncErrorMessage(in(locale, "shell.session.expired.text"));
        return messages;
    }

    private String in(Locale locale, String key) {
        return texts.getObject().in(locale, key);
    }

    /** A session that is over has no screen any more. */
    private static Locale language(@Nullable VaadinRequest request) {
        return UI.getCurrent() == null ? remembered(request) : UI.getCurrent().getLocale();
    }

    private static Locale remembered(@Nullable VaadinRequest request) {
        return request == null
                ? Texts.FRENCH
                : ChosenLanguage.of(request.getCookies()).orElse(Texts.FRENCH);
    }

    @Override
    public Optional<Locale> current() {
        return Optional.ofNullable(UI.getCurrent()).map(UI::getLocale);
    }
}
