package fr.educentre.assidu.imports.calendars;

import fr.educentre.assidu.imports.calendars.IcsParser.Event;
import fr.educentre.assidu.imports.meetings.JoinLink;
import fr.educentre.assidu.training.SessionInfo.Meeting;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The virtual class an event leads to, and whether it is one at all. */
final class EventMeeting {

    /** Where programs put nothing but the link to a virtual class. */
    private static final List<String> CONFERENCES = List.of(
            "X-MICROSOFT-SKYPETEAMSMEETINGURL",
            "X-MICROSOFT-ONLINEMEETINGCONFLINK",
            "X-GOOGLE-CONFERENCE",
            "CONFERENCE");

    private static final List<String> TEXTS = List.of("URL", "LOCATION", "DESCRIPTION", "X-ALT-DESC");
    private static final Pattern ADDRESS_ALONE = Pattern.compile("<?https?://\\S+>?", Pattern.CASE_INSENSITIVE);
    private static final Pattern AT_A_DISTANCE = Pattern.compile(
            "microsoft teams|google meet|\\b(?:teams|zoom|webex|bbb|bigbluebutton|big blue button|skype|visio\\w*"
                    + "|classe virtuelle|distanciel|à distance|a distance|en ligne|webinaire|online|remote)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** What names a room may bear the name of a tool beside it. */
    private static final Pattern A_ROOM = Pattern.compile(
            "\\b(?:salle|room|b[âa]t(?:iment)?|amphi\\w*|labo\\w*|atelier|plateau|étage|bureau|campus|site|rue|avenue"
                    + "|boulevard|place)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private EventMeeting() {}

    static Optional<Meeting> of(Event event) {
        return first(event, Stream.concat(CONFERENCES.stream(), TEXTS.stream()), JoinLink::in)
                .or(() -> first(event, CONFERENCES.stream(), JoinLink::ofAny))
                .or(() -> first(event, TEXTS.stream(), JoinLink::ofOtherTool))
                .or(() -> place(event).filter(ADDRESS_ALONE.asMatchPredicate()).flatMap(JoinLink::ofAny));
    }

    /** Whether the place is said to be none: a virtual class of which no link is known. */
    static boolean atADistance(Event event) {
        return place(event)
                .filter(place -> AT_A_DISTANCE.matcher(place).find())
                .filter(place -> !A_ROOM.matcher(place).find())
                .isPresent();
    }

    private static Optional<String> place(Event event) {
        return Optional.of(event.text("LOCATION").replaceAll("\\s+", " ").strip())
                .filter(place -> !place.isEmpty());
    }

    private static Optional<Meeting> first(
            Event event, Stream<String> properties, Function<String, Optional<Meeting>> reading) {
        return properties
                .flatMap(property -> event.all(property).stream())
                .flatMap(line -> reading.apply(line.text()).stream())
                .findFirst();
    }
}
