package fr.educentre.assidu.connectors.files;

import fr.educentre.assidu.connectors.files.FileReading.Person;
import fr.educentre.assidu.connectors.files.FileReading.Sighting;
import fr.educentre.assidu.connectors.files.FileReading.Skipped;
import fr.educentre.assidu.connectors.files.FileReading.Understood;
import fr.educentre.assidu.connectors.files.SlotTimes.Span;
import fr.educentre.assidu.connectors.files.SlotTimes.Stretch;
import fr.educentre.assidu.connectors.files.Stamp.DayOrder;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.TraceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Connections as written, gathered over a whole file, then made sightings with one order of day and month. */
final class Connections {

    private final SlotTimes times;
    private final List<Written> written = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private @Nullable Span meeting;

    Connections(SlotTimes times) {
        this.times = times;
    }

    private record Written(int line, Person person, Span span, Map<String, Object> payload) {}

    void add(int line, Person person, Span span, Map<String, Object> payload) {
        written.add(new Written(line, person, span, payload));
    }

    void skip(int line, String why) {
        skipped.add(new Skipped(line, why));
    }

    void meeting(Span span) {
        meeting = span;
    }

    Understood understood(EvidenceSource source, String format, @Nullable String meetingId) {
        DayOrder order = times.order(
                Stream.concat(Stream.ofNullable(meeting), written.stream().map(Written::span))
                        .toList());
        List<Sighting> sightings = new ArrayList<>();
        Instant reaches =
                meeting == null ? null : times.instant(meeting.to(), order).orElse(null);
        for (Written one : written) {
            Optional<Stretch> stretch = times.stretch(one.span(), order);
            if (stretch.isEmpty()) {
                boolean unreadable = times.instant(one.span().from(), order).isEmpty()
                        || times.instant(one.span().to(), order).isEmpty();
                skip(one.line(), unreadable ? "unreadableTime" : "noLength");
            } else if (!times.near(stretch.get().from())
                    && !times.near(stretch.get().to())) {
                skip(one.line(), "farFromSession");
            } else {
                sightings.add(new Sighting(
                        one.line(),
                        one.person(),
                        TraceKind.INTERVAL,
                        stretch.get().from(),
                        stretch.get().to(),
                        one.payload()));
                if (reaches == null || stretch.get().to().isAfter(reaches)) {
                    reaches = stretch.get().to();
                }
            }
        }
        skipped.sort(Comparator.comparingInt(Skipped::line));
        return new Understood(source, format, meetingId, sightings, List.copyOf(skipped), reaches, false);
    }
}
