package fr.educentre.assidu.shell;

import fr.educentre.assidu.testing.Reading;
import java.util.Locale;
import java.util.Optional;

/** The bundles as they are shipped, for a test without an application. */
public final class SampleTexts {

    private final Texts texts = new BundledTexts(new ReaderLocale(Optional::empty));

    /** In French, spaces and apostrophes as they are typed. */
    public String french(Wording wording) {
        return in(Locale.FRENCH, wording);
    }

    /** In French, as it is shown. */
    public String typeset(Wording wording) {
        return wording.in(Locale.FRENCH, texts);
    }

    /** In English. */
    public String english(Wording wording) {
        return in(Locale.ENGLISH, wording);
    }

    private String in(Locale language, Wording wording) {
        return Reading.plain(wording.in(language, texts));
    }
}
