package fr.educentre.assidu.imports.meetings;

import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.SessionInfo.Meeting;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The virtual class that an address leads to, whatever a filter of mails made of the address. */
public final class JoinLink {

    private static final int LOOKED_AT = 50_000;
    private static final int LONGEST_ID = 200;
    private static final String SERVER = "https?://(?:[a-z0-9-]+\\.){0,3}";
    private static final String PORT = "(?::\\d{1,5})?/";
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[^\\s<>\"'\\[\\]]{4,3000}", Pattern.CASE_INSENSITIVE);
    /** Links that lost their beginning: people type them so. */
    private static final Pattern BARE = Pattern.compile(
            "(?<![\\w/@.%-])((?:[a-z0-9-]+\\.){0,3}(?:zoom\\.us|teams\\.microsoft\\.com|teams\\.live\\.com"
                    + "|meet\\.google\\.com|webex\\.com)/[^\\s<>\"'\\[\\]]{3,3000})",
            Pattern.CASE_INSENSITIVE);

    private record Known(MeetingProvider provider, Pattern address, UnaryOperator<String> id) {}

    private static final List<Known> KNOWN = List.of(
            known(
                    MeetingProvider.ZOOM,
                    SERVER + "(?:zoom\\.(?:us|com)|zoomgov\\.com)" + PORT
                            + "(?:j|w|s|wc/join|wc)/(\\d{9,12})(?:\\D.*)?",
                    id -> id),
            known(
                    MeetingProvider.TEAMS,
                    SERVER + "teams\\.(?:microsoft|live|cloud)\\.[a-z]{2,9}" + PORT
                            + "(?:_#/)?l/meetup-join/([^/?#]+).*",
                    // 19%3ameeting_x%40thread.v2 is the thread 19:meeting_x@thread.v2
                    JoinLink::decoded),
            known(
                    MeetingProvider.TEAMS,
                    SERVER + "teams\\.(?:microsoft|live|cloud)\\.[a-z]{2,9}" + PORT
                            + "(?:v2/\\?meetingjoin=true#/)?meet/(\\d{8,20})(?:\\D.*)?",
                    id -> id),
            known(
                    MeetingProvider.GOOGLE_MEET,
                    SERVER + "meet\\.google\\.com" + PORT + "(?:lookup/)?([a-z0-9]+(?:-[a-z0-9]+)*)(?:[/?#].*)?",
                    id -> id.toLowerCase(Locale.ROOT)),
            known(MeetingProvider.WEBEX, SERVER + "webex\\.com" + PORT + ".*[?&]MTID=([a-z0-9]+).*", id -> id),
            known(MeetingProvider.WEBEX, SERVER + "webex\\.com" + PORT + "([^?#]+).*", id -> id),
            known(
                    MeetingProvider.BIGBLUEBUTTON,
                    "https?://[^/?#]+/(?:[a-z0-9_-]{2,20}/){0,2}(?:b|gl|rooms)/"
                            + "([a-z0-9]{3}(?:-[a-z0-9]{3}){2,3})(?:[/?#].*)?",
                    id -> id.toLowerCase(Locale.ROOT)),
            known(
                    MeetingProvider.BIGBLUEBUTTON,
                    "https?://[^/?#]+/bigbluebutton/api/join\\?(?:.*&)?meetingID=([^&#]+).*",
                    JoinLink::decoded),
            // A class behind a page of Moodle: which one, the page alone knows.
            known(
                    MeetingProvider.OTHER,
                    "https?://([^?#]+/mod/(?:bigbluebuttonbn|zoom|jitsi|msteams|googlemeet|webexactivity)/view\\.php"
                            + "\\?(?:.*&)?id=\\d+)(?:[&#].*)?",
                    id -> id));

    /** Other tools, by their servers or by the name a centre gives its own; what filters say of an address they hide. */
    private static final Pattern OTHER = Pattern.compile(
            "https?://(?:(?:[a-z0-9-]+\\.){0,4}(?:jit\\.si|whereby\\.com|gotomeeting\\.com|goto\\.com|livestorm\\.co"
                    + "|skype\\.com|lync\\.com|adobeconnect\\.com|glowbl\\.com|classilio\\.com|tixeo\\.com"
                    + "|framatalk\\.org|infomaniak\\.com|bluejeans\\.com|ringcentral\\.com|renater\\.fr"
                    + "|zoom\\.(?:us|com)|teams\\.microsoft\\.com|teams\\.live\\.com|webex\\.com)"
                    + "|(?:visio[a-z]*|visio\\.[a-z]+|webconf|webinaire|bbb|bigbluebutton|greenlight|jitsi|meet)\\.[a-z0-9.-]+)"
                    + "(?::\\d{1,5})?(?:[/?#].*)?"
                    + "|https?://.*[?&]d(?:omain)?=(?:[a-z0-9-]+\\.){0,3}"
                    + "(?:zoom\\.us|teams\\.microsoft\\.com|teams\\.live\\.com|meet\\.google\\.com|webex\\.com)(?:&.*)?",
            Pattern.CASE_INSENSITIVE);

    private JoinLink() {}

    private static Known known(MeetingProvider provider, String address, UnaryOperator<String> id) {
        return new Known(provider, Pattern.compile(address, Pattern.CASE_INSENSITIVE), id);
    }

    /** The first that a text holds, of a tool whose classes are told by their number. */
    public static Optional<Meeting> in(String text) {
        return addresses(text).flatMap(url -> of(url).stream()).findFirst();
    }

    /** The first address of another tool that a text holds. */
    public static Optional<Meeting> ofOtherTool(String text) {
        return addresses(text)
                .flatMap(url -> HiddenAddress.all(url).stream())
                .filter(url -> OTHER.matcher(url).matches())
                .findFirst()
                .map(JoinLink::other);
    }

    /** The first address of a text that is known to lead to a virtual class, whatever the tool. */
    public static Optional<Meeting> ofAny(String text) {
        return in(text).or(() -> addresses(text)
                .findFirst()
                .map(url -> other(HiddenAddress.all(url).getLast())));
    }

    /** Empty where the address is of no tool that we know. */
    public static Optional<Meeting> of(String url) {
        for (String address : HiddenAddress.all(url)) {
            for (Known known : KNOWN) {
                Matcher match = known.address().matcher(address);
                if (match.matches()) {
                    return Optional.of(
                            new Meeting(known.provider(), cut(known.id().apply(match.group(1))), address));
                }
            }
        }
        return Optional.empty();
    }

    /** A class of which no number is known goes by its address. */
    private static Meeting other(String url) {
        String bare = url.replaceFirst("(?i)^https?://", "").replaceFirst("[?#].*$", "");
        return new Meeting(MeetingProvider.OTHER, cut(bare), url);
    }

    private static Stream<String> addresses(String text) {
        // Programs write descriptions as HTML.
        String looked = text.substring(0, Math.min(LOOKED_AT, text.length())).replace("&amp;", "&");
        return Stream.concat(
                ADDRESS.matcher(looked).results().map(match -> trimmed(match.group())),
                BARE.matcher(looked).results().map(match -> "https://" + trimmed(match.group(1))));
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }

    private static String cut(String id) {
        return id.substring(0, Math.min(LONGEST_ID, id.length()));
    }

    private static String trimmed(String url) {
        int end = url.length();
        while (end > 0 && ".,;:!)".indexOf(url.charAt(end - 1)) >= 0) {
            end--;
        }
        return url.substring(0, end);
    }
}
