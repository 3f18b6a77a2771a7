package fr.educentre.assidu.imports.calendars;

import fr.educentre.assidu.imports.calendars.IcsParser.Event;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.SessionInfo.Meeting;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The virtual class an event leads to, recognised by the addresses in it. */
final class JoinLink {

    private static final List<String> PLACES = List.of(
            "X-MICROSOFT-SKYPETEAMSMEETINGURL",
            "X-MICROSOFT-ONLINEMEETINGCONFLINK",
            "CONFERENCE",
            "URL",
            "LOCATION",
            "DESCRIPTION");

    private static final int LOOKED_AT = 50_000;
    private static final int LONGEST = 1500;

    private static final Pattern ADDRESS =
            Pattern.compile("https?://[^\\s<>\"'\\[\\]]{4," + LONGEST + "}", Pattern.CASE_INSENSITIVE);
    private static final Pattern ZOOM = Pattern.compile(
            "https?://(?:[a-z0-9-]+\\.){0,3}zoom\\.(?:us|com)/(?:j|w|s|wc/join|wc)/(\\d{9,12})(?:\\D.*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TEAMS = Pattern.compile(
            "https?://(?:[a-z0-9-]+\\.){0,2}teams\\.(?:microsoft|live)\\.[a-z]{2,3}/l/meetup-join/([^/?#]+).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TEAMS_MEET = Pattern.compile(
            "https?://teams\\.(?:microsoft|live)\\.com/(?:v2/\\?meetingjoin=true#/)?meet/(\\d{8,20})(?:\\D.*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BIGBLUEBUTTON = Pattern.compile(
            "https?://[^/?#]+/(?:[a-z]{2,5}/)?(?:b|rooms)/([a-z0-9]{3}(?:-[a-z0-9]{3}){2,3})(?:[/?#].*)?",
            Pattern.CASE_INSENSITIVE);

    private JoinLink() {}

    static Optional<Meeting> in(Event event) {
        for (String place : PLACES) {
            for (ContentLine line : event.all(place)) {
                String text = line.text();
                Matcher address = ADDRESS.matcher(text.substring(0, Math.min(LOOKED_AT, text.length())));
                while (address.find()) {
                    Optional<Meeting> meeting = meeting(trimmed(address.group()));
                    if (meeting.isPresent()) {
                        return meeting;
                    }
                }
            }
        }
        return Optional.empty();
    }

    static Optional<Meeting> meeting(String url) {
        Matcher zoom = ZOOM.matcher(url);
        if (zoom.matches()) {
            return Optional.of(new Meeting(MeetingProvider.ZOOM, zoom.group(1), url));
        }
        Matcher teams = TEAMS.matcher(url);
        if (teams.matches()) {
            return Optional.of(new Meeting(MeetingProvider.TEAMS, decoded(teams.group(1)), url));
        }
        Matcher meet = TEAMS_MEET.matcher(url);
        if (meet.matches()) {
            return Optional.of(new Meeting(MeetingProvider.TEAMS, meet.group(1), url));
        }
        Matcher room = BIGBLUEBUTTON.matcher(url);
        return room.matches()
                ? Optional.of(
                        new Meeting(MeetingProvider.BIGBLUEBUTTON, room.group(1).toLowerCase(Locale.ROOT), url))
                : Optional.empty();
    }

    /** {@code 19%3ameeting_x%40thread.v2} is the thread {@code 19:meeting_x@thread.v2}. */
    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }

    private static String trimmed(String url) {
        int end = url.length();
        while (end > 0 && ".,;:!)".indexOf(url.charAt(end - 1)) >= 0) {
            end--;
        }
        return url.substring(0, end);
    }
}
