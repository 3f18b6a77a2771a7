package fr.educentre.assidu.shell;

import java.util.Locale;

/** Texts of the message bundles {@code i18n/<module>_fr.properties} and {@code _en}; French where a language lacks. */
public interface Texts {

    Locale FRENCH = Locale.FRENCH;

    /** The text in the current reader's language. */
    String get(String key, Object... arguments);

    /** The current reader's. */
    Locale language();

    /** Whether texts in this language are English ones, of whatever country; all others are French. */
    static boolean english(Locale language) {
        return Locale.ENGLISH.getLanguage().equals(language.getLanguage());
    }

    String in(Locale locale, String key, Object... arguments);
}
