package fr.educentre.assidu.training.ui;

import fr.educentre.assidu.shell.ui.FormField.Finder;
import fr.educentre.assidu.shell.ui.FormField.Option;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Zones in which sites lie: those of France first, then all others by name. */
final class ZoneFinder implements Finder {

    private static final List<String> OF_FRANCE = List.of(
            "Europe/Paris",
            "America/Guadeloupe",
            "America/Martinique",
            "America/Cayenne",
            "Indian/Reunion",
            "Indian/Mayotte",
            "America/Miquelon",
            "Pacific/Noumea",
            "Pacific/Tahiti",
            "Pacific/Wallis");

    @Override
    public List<Option> find(String text, int skipped, int most) {
        String sought = text.toLowerCase(Locale.ROOT);
        Stream<String> others = ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .filter(zone -> !OF_FRANCE.contains(zone))
                .sorted();
        return Stream.concat(OF_FRANCE.stream(), others)
                .filter(zone -> zone.toLowerCase(Locale.ROOT).contains(sought))
                .skip(skipped)
                .limit(most)
                .map(zone -> new Option(zone, label(zone)))
                .toList();
    }

    @Override
    public String label(String value) {
        return value;
    }
}
