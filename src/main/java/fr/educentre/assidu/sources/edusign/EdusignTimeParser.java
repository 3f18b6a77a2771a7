package fr.educentre.assidu.sources.edusign;

import fr.educentre.assidu.sources.core.SourceSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/**
 * Starts of courses. Some schools send Edusign local times of Paris as if they were UTC ({@code zone-shift} =
 * {@code paris-offset}): a course whose session is known shows which of the two it is.
 */
@Component
class EdusignTimeParser {

    static final String SETTING = "zone-shift";
    static final String NONE = "none";
    static final String PARIS_OFFSET = "paris-offset";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Duration NEAR = Duration.ofMinutes(30);

    private final SourceSettings settings;

    EdusignTimeParser(SourceSettings settings) {
        this.settings = settings;
    }

    /** Whether the setting fits a course whose session is known. */
    enum Fit {
        FITS,
        /** The other value of the setting would. */
        OTHER,
        /** Neither does: the session was moved on one side. */
        MOVED
    }

    String setting() {
        return settings.get(EdusignClient.CONNECTOR, SETTING, NONE);
    }

    static String other(String setting) {
        return setting.equals(PARIS_OFFSET) ? NONE : PARIS_OFFSET;
    }

    Fit fit(Instant written, Instant sessionStart) {
        String setting = setting();
        if (near(instant(written, setting), sessionStart)) {
            return Fit.FITS;
        }
        return near(instant(written, other(setting)), sessionStart) ? Fit.OTHER : Fit.MOVED;
    }

    private static Instant instant(Instant written, String setting) {
        return setting.equals(PARIS_OFFSET)
                ? LocalDateTime.ofInstant(written, ZoneOffset.UTC).atZone(PARIS).toInstant()
                : written;
    }

    private static boolean near(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(NEAR) <= 0;
    }
}
