package fr.educentre.assidu.imports.calendars;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Time zones by the names calendars give them: IANA, those of Windows and Outlook, or what the calendar says of them. */
final class CalendarTimeZones {

    /** Summer time of the European Union, by the hours of winter. */
    private static final Map<String, String> EUROPE =
            Map.of("+0000", "Europe/London", "+0100", "Europe/Paris", "+0200", "Europe/Athens");

    private final Map<String, List<ContentLine>> told;
    private final ZoneId floating;
    private final Map<String, String> windows;
    private final Map<String, ZoneId> known = new HashMap<>();

    /** @param floating zone of times without one */
    CalendarTimeZones(Map<String, List<ContentLine>> told, ZoneId floating) {
        this.told = told;
        this.floating = floating;
        this.windows = windows();
    }

    private static Map<String, String> windows() {
        var names = new Properties();
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(
                        CalendarTimeZones.class.getResourceAsStream("/calendar/windows-zones.properties")),
                StandardCharsets.UTF_8)) {
            names.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> windows = new HashMap<>();
        names.forEach((name, zone) -> windows.put(name.toString().toLowerCase(Locale.ROOT), zone.toString()));
        return windows;
    }

    ZoneId floating() {
        return floating;
    }

    /** @param property that names the zone, for whoever has to correct it */
    ZoneId named(String name, String property) {
        if (name.isBlank()) {
            return floating;
        }
        ZoneId zone = known.get(name);
        if (zone == null) {
            zone = find(name);
            if (zone == null) {
                throw UnsupportedEventException.problem(
                        property, "zone", name.length() > 80 ? name.substring(0, 80) : name);
            }
            known.put(name, zone);
        }
        return zone;
    }

    private @Nullable ZoneId find(String name) {
        ZoneId zone = iana(name);
        if (zone == null) {
            zone = windowsName(name);
        }
        List<ContentLine> lines = told.get(name);
        if (zone == null && lines != null) {
            zone = lines.stream()
                    .filter(line -> line.name().equals("X-LIC-LOCATION"))
                    .map(line -> iana(line.value().strip()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseGet(() -> byRules(lines));
        }
        return zone;
    }

    /** Also behind a prefix, as in {@code /freeassociation.sourceforge.net/Europe/Paris}. */
    private static @Nullable ZoneId iana(String name) {
        Set<String> all = ZoneId.getAvailableZoneIds();
        String rest = name.length() > 200 ? "" : name;
        while (!rest.isEmpty()) {
            if (all.contains(rest)) {
                return ZoneId.of(rest);
            }
            int slash = rest.indexOf('/');
            rest = slash < 0 ? "" : rest.substring(slash + 1);
        }
        return null;
    }

    /** "Romance Standard Time", and the list of towns Outlook shows: "(UTC+01:00) Brussels, Copenhagen, Madrid, Paris". */
    private @Nullable ZoneId windowsName(String name) {
        String plain = name.toLowerCase(Locale.ROOT).strip();
        int bracket = plain.indexOf(')');
        if (plain.startsWith("(") && bracket > 0) {
            plain = plain.substring(bracket + 1).strip();
        }
        String zone = windows.get(plain);
        return zone == null ? null : ZoneId.of(zone);
    }

    /** A zone of the calendar's own: one offset all year, or the summer time of the European Union. */
    private static @Nullable ZoneId byRules(List<ContentLine> lines) {
        Set<String> offsets = new TreeSet<>();
        boolean march = false;
        boolean october = false;
        for (ContentLine line : lines) {
            String value = line.value().strip().toUpperCase(Locale.ROOT);
            if (line.name().equals("TZOFFSETTO")) {
                offsets.add(value);
            } else if (line.name().equals("RRULE") && value.contains("BYDAY=-1SU")) {
                march |= value.contains("BYMONTH=3") && !value.contains("BYMONTH=3,");
                october |= value.contains("BYMONTH=10");
            }
        }
        try {
            if (offsets.size() == 1) {
                return ZoneOffset.of(offsets.iterator().next());
            }
        } catch (DateTimeException e) {
            return null;
        }
        String winter = offsets.size() == 2 && march && october
                ? EUROPE.get(offsets.iterator().next())
                : null;
        return winter == null ? null : ZoneId.of(winter);
    }
}
