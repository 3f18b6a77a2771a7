package fr.educentre.assidu.shell;

import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/** The reader's language: the screen's, else the caller's, else French. */
@Component
public class ReaderLocale {

    private final ScreenLocale screen;

    ReaderLocale(ScreenLocale screen) {
        this.screen = screen;
    }

    public Locale current() {
        Locale locale = screen.current().orElseGet(ReaderLocale::ofCall);
        return "en".equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.FRENCH;
    }

    private static Locale ofCall() {
        return RequestContextHolder.getRequestAttributes() == null ? Locale.FRENCH : LocaleContextHolder.getLocale();
    }
}
