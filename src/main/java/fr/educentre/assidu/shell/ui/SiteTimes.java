package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Moments as screens say them: what happens at a site on the site's clock, which is named where the reader's own shows another
 * hour; all else on the reader's clock. A bare hour is always the reader's too.
 */
public final class SiteTimes {

    private static final ZoneId CENTRE = ZoneId.of("Europe/Paris");

    private SiteTimes() {}

    /** That of the reader's window, or the centre's where the window does not tell: one that says UTC hides where it is. */
    public static ZoneId reader() {
        return Optional.ofNullable(UI.getCurrent())
                .map(ui -> ui.getPage().getExtendedClientDetails())
                .map(ExtendedClientDetails::getTimeZoneId)
                .flatMap(SiteTimes::known)
                .filter(zone -> zone.getId().contains("/") && !zone.getId().startsWith("Etc/"))
                .orElse(CENTRE);
    }

    /** Of no site. */
    public static String at(Instant at, Texts texts) {
        return ReaderFormats.dateTime(at, reader(), texts.language());
    }

    /** {@code lun. 23 nov. 2026, 09:00 (heure de La Réunion)}. */
    public static String at(Instant at, ZoneId site, Texts texts) {
        return named(ReaderFormats.dateTime(at, site, texts.language()), at, site, texts);
    }

    /** {@code lun. 23 nov. 2026, 09:00 – 12:30 (heure de La Réunion)}. */
    public static String slot(Instant from, Instant to, ZoneId site, Texts texts) {
        String slot = ReaderFormats.dateTime(from, site, texts.language()) + " – " + ReaderFormats.time(to, site);
        return named(slot, from, site, texts);
    }

    /** {@code 09:00 (heure de La Réunion)}. */
    public static String time(Instant at, ZoneId site, Texts texts) {
        return named(ReaderFormats.time(at, site), at, site, texts);
    }

    /** Words that are said of moments on the site's clock, with its name where that has to be said. */
    public static String named(String words, Instant at, ZoneId site, Texts texts) {
        boolean same = site.getRules().getOffset(at).equals(reader().getRules().getOffset(at));
        return same ? words : texts.get("shell.clock", words, ReaderFormats.clock(at, site, texts.language()));
    }

    private static Optional<ZoneId> known(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
