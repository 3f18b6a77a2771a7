package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Person;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Sighting;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Understood;
import fr.educentre.assidu.training.SessionInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sightings of a file as traces; the same line written twice is one trace. */
final class FileEvidenceFactory {

    private static final int LONGEST_KEY = 200;

    private final Map<String, NewTrace> bySourceKey = new LinkedHashMap<>();
    private final Map<String, Integer> firstLines = new HashMap<>();

    /** @param zone by which the times of the file were read */
    FileEvidenceFactory(SessionInfo session, Understood file, @Nullable UUID delivery, ZoneId zone) {
        this(session, file, delivery, Channel.FILE, zone, Person::key);
    }

    /** @param who what makes two ways to name somebody the same person */
    FileEvidenceFactory(
            SessionInfo session,
            Understood file,
            @Nullable UUID delivery,
            Channel channel,
            ZoneId zone,
            Function<Person, String> who) {
        for (Sighting sighting : file.sightings()) {
            NewTrace trace = trace(
                    session,
                    file,
                    sighting,
                    new Reading(delivery, channel, zone),
                    shortened(who.apply(sighting.person())));
            bySourceKey.putIfAbsent(trace.origin().key(), trace);
            firstLines.putIfAbsent(trace.person().key(), sighting.line());
        }
    }

    List<NewTrace> all() {
        return List.copyOf(bySourceKey.values());
    }

    /** Whether it says what a line said; one of a line that was not taken only says that the file names its person. */
    static boolean taken(NewTrace trace) {
        return !trace.payload().containsKey(Sighting.UNCLEAR);
    }

    Set<String> personKeys() {
        return firstLines.keySet();
    }

    /** By the person's key, the first line that names them. */
    Map<String, Integer> firstLines() {
        return Map.copyOf(firstLines);
    }

    int firstLine(String personKey) {
        return firstLines.getOrDefault(personKey, 0);
    }

    private static NewTrace trace(
            SessionInfo session, Understood file, Sighting sighting, Reading reading, String who) {
        Person person = sighting.person();
        String personKey = shortened(person.key());
        // Of two statements about the same person the one told last counts, so they bear the same instant.
        boolean statement = file.source() == EvidenceSource.SIGNATURE && sighting.kind() == TraceKind.MARK;
        Instant told = sighting.from() == null ? sighting.to() : sighting.from();
        Instant occurredAt = told != null && !statement ? told : session.startsAt();
        String content = String.join(
                "|",
                session.id().toString(),
                who,
                sighting.kind().name(),
                String.valueOf(sighting.from()),
                String.valueOf(sighting.to()),
                String.valueOf(sighting.payload().get("status")));
        String sourceKey = file.format() + ":" + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
        return new NewTrace(
                new NewTrace.Origin(file.source(), reading.channel(), sourceKey, reading.delivery()),
                sighting.kind(),
                new TraceTime(occurredAt, sighting.from(), sighting.to()),
                new NewTrace.Person(
                        personKey,
                        shortened(person.shown()),
                        person.email() == null ? null : shortened(person.email()),
                        person.issuedId() == null ? null : shortened(person.issuedId())),
                new NewTrace.Subject(
                        session.id(), file.meetingId() == null ? null : shortened(file.meetingId()), null, null),
                reading.payload(sighting),
                TraceMatch.NONE);
    }

    /** Of which delivery, and by which zone. */
    private record Reading(@Nullable UUID delivery, Channel channel, ZoneId zone) {

        Map<String, Object> payload(Sighting sighting) {
            if (sighting.from() == null && sighting.to() == null) {
                return sighting.payload();
            }
            Map<String, Object> payload = new HashMap<>(sighting.payload());
            payload.put(TraceTime.CLOCK, clock(sighting.from()) + "/" + clock(sighting.to()));
            return payload;
        }

        /** To the minute: a spreadsheet that saves a report again leaves the seconds out. */
        private String clock(@Nullable Instant at) {
            return at == null
                    ? ""
                    : LocalDateTime.ofInstant(at, zone)
                            .truncatedTo(ChronoUnit.MINUTES)
                            .toString();
        }
    }

    private static String shortened(String text) {
        String clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
        String cut =
                clean.length() > LONGEST_KEY ? clean.substring(0, LONGEST_KEY).strip() : clean;
        return cut.isEmpty() ? "?" : cut;
    }
}
