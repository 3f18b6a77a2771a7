package fr.educentre.assidu.testing;

import fr.educentre.assidu.shell.Texts;
import java.util.List;
import java.util.Locale;

/** Texts that say their key and values, for a test of what is said and not of how. */
public final class KeysAsTexts implements Texts {

    @Override
    public Locale language() {
        return Locale.FRENCH;
    }

    @Override
    public String get(String key, Object... arguments) {
        return in(Locale.FRENCH, key, arguments);
    }

    @Override
    public String in(Locale locale, String key, Object... arguments) {
        return key + " " + List.of(arguments);
    }
}
