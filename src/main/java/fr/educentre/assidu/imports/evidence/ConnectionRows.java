package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Person;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Sighting;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Skipped;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Understood;
import fr.educentre.assidu.imports.evidence.ParsedDateTime.DayOrder;
import fr.educentre.assidu.imports.evidence.SlotTimeResolver.Interval;
import fr.educentre.assidu.imports.evidence.SlotTimeResolver.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Connections as written, gathered over a whole file, then made sightings with one order of day and month. */
final class ConnectionRows {

    private final SlotTimeResolver times;
    private final List<Written> written = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private @Nullable Span meeting;

    ConnectionRows(SlotTimeResolver times) {
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
            Optional<Interval> stretch = times.interval(one.span(), order);
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
