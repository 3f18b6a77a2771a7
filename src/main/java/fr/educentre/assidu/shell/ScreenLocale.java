package fr.educentre.assidu.shell;

import java.util.Locale;
import java.util.Optional;

/** The language of the screen that is being served, if one is. */
public interface ScreenLocale {

    Optional<Locale> current();
}
