package fr.educentre.assidu.imports.calendars;

import fr.educentre.assidu.imports.Timetables.Announced;
import fr.educentre.assidu.imports.calendars.IcsParser.Event;
import fr.educentre.assidu.shell.WrittenAddress;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionInfo.Meeting;
import fr.educentre.assidu.training.TimeSlot;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One occurrence of an event as the session, or the morning and afternoon, that it is. */
final class EventSessionMapper {

    static final String AFTERNOON = "#2";
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_ROOM = 200;
    private static final int LONGEST_UID = 200;
    private static final int MOST_ATTENDEES = 200;

    private final CalendarContext context;

    EventSessionMapper(CalendarContext context) {
        this.context = context;
    }

    String externalId(String uid) {
        // A key derived from a name is what a version 3 identifier is; a longer one would not fit where keys are shown.
        String key = uid.length() <= LONGEST_UID
                ? uid
                : UUID.nameUUIDFromBytes(uid.getBytes(StandardCharsets.UTF_8)).toString();
        return "ics:" + context.groupCode() + ":" + key;
    }

    List<Announced> of(Event event, String uid, String id, Instant from, Instant to, boolean cancelled) {
        String title = cut(event.text("SUMMARY").replaceAll("\\s+", " "), LONGEST_TITLE);
        if (title.isEmpty()) {
            throw UnsupportedEventException.problem("SUMMARY", "title");
        }
        UUID trainer = trainer(event);
        Meeting meeting = EventMeeting.of(event).orElse(null);
        boolean away = meeting != null || EventMeeting.atADistance(event);
        List<Announced> made = new ArrayList<>();
        for (TimeSlot slot : context.halfDays().of(from, to)) {
            made.add(new Announced(
                    event.line(),
                    new Announced.Event(made.isEmpty() ? id : id + AFTERNOON, uid, sequence(event), title, cancelled),
                    trainer,
                    new Announced.Slot(
                            slot.from().atZone(context.halfDays().zone()).toLocalDate(), slot.from(), slot.to()),
                    new Announced.Place(
                            context.siteId(), away ? Modality.VIDEO : Modality.IN_PERSON, room(event), meeting)));
        }
        return made;
    }

    static int sequence(Event event) {
        try {
            return Math.max(0, Integer.parseInt(event.text("SEQUENCE")));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Whoever organises or attends and is a trainer, else the one chosen. */
    private UUID trainer(Event event) {
        return Stream.concat(event.all("ORGANIZER").stream(), event.all("ATTENDEE").stream())
                .limit(MOST_ATTENDEES)
                .flatMap(line -> Stream.of(line.value(), line.parameter("EMAIL")))
                .map(address -> context.trainers().get(WrittenAddress.folded(address)))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .or(() -> java.util.Optional.ofNullable(context.trainer()))
                .orElseThrow(() -> UnsupportedEventException.problem("ORGANIZER", "trainer"));
    }

    private static @Nullable String room(Event event) {
        String place = event.text("LOCATION").replaceAll("\\s+", " ");
        boolean none = place.isEmpty()
                || place.toLowerCase(Locale.ROOT).contains("://")
                || place.toLowerCase(Locale.ROOT).contains("microsoft teams");
        return none ? null : cut(place, LONGEST_ROOM);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
