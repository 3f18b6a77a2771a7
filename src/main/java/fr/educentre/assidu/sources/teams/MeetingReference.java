package fr.educentre.assidu.sources.teams;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All that a text of Graph, or a join link, tells of which meeting it is about: a session may know its meeting by any of
 * these.
 *
 * @param ids Graph's identifier, the thread's ({@code 19:meeting_...@thread.v2}), a webinar's
 * @param urls join links, at each level of encoding
 */
record MeetingReference(Set<String> ids, Set<String> urls) {

    private static final Pattern THREAD =
            Pattern.compile("19:meeting_[A-Za-z0-9_+/=-]{1,200}@thread\\.[a-z0-9]{1,10}", Pattern.CASE_INSENSITIVE);
    private static final Pattern JOIN =
            Pattern.compile("joinWebUrl(?:=|\\+eq\\+|\\s+eq\\s+)'([^']{8,2000})'", Pattern.CASE_INSENSITIVE);
    private static final Pattern MEETING =
            Pattern.compile("onlineMeetings(?:/|\\(')([A-Za-z0-9_=*:.@-]{8,500})", Pattern.CASE_INSENSITIVE);
    private static final Pattern ORGANIZER = Pattern.compile("\"Oid\"\\s*:\\s*\"([0-9A-Za-z-]{8,64})\"");
    private static final int LONGEST = 8000;

    MeetingReference {
        ids = Set.copyOf(ids);
        urls = Set.copyOf(urls);
    }

    static MeetingReference of(Collection<@Nullable String> texts) {
        Set<String> ids = new LinkedHashSet<>();
        Set<String> urls = new LinkedHashSet<>();
        for (String text : texts) {
            for (String form : text == null ? List.<String>of() : forms(text)) {
                Matcher thread = THREAD.matcher(form);
                while (thread.find()) {
                    ids.add(thread.group());
                }
                Matcher join = JOIN.matcher(form);
                while (join.find()) {
                    urls.addAll(forms(join.group(1)));
                }
                if (form.startsWith("https://") || form.startsWith("http://")) {
                    urls.add(form);
                }
                Matcher meeting = MEETING.matcher(form);
                while (meeting.find()) {
                    ids.add(meeting.group(1));
                    threadOf(meeting.group(1)).ifPresent(ids::add);
                }
            }
        }
        return new MeetingReference(ids, urls);
    }

    static MeetingReference named(String... ids) {
        return new MeetingReference(new LinkedHashSet<>(List.of(ids)), Set.of());
    }

    boolean isEmpty() {
        return ids.isEmpty() && urls.isEmpty();
    }

    /** What to show a person who looks for the session it should belong to. */
    String shown() {
        return ids.stream()
                .sorted()
                .findFirst()
                .or(() -> urls.stream().sorted().findFirst())
                .map(text -> text.length() > 200 ? text.substring(0, 200) + "…" : text)
                .orElse("?");
    }

    /** Entra identifier of the organiser, as a join link holds it. */
    static Optional<String> organizer(@Nullable String joinUrl) {
        for (String form : joinUrl == null ? List.<String>of() : forms(joinUrl)) {
            Matcher organizer = ORGANIZER.matcher(form);
            if (organizer.find()) {
                return Optional.of(organizer.group(1));
            }
        }
        return Optional.empty();
    }

    static Optional<String> thread(String text) {
        return forms(text).stream()
                .map(THREAD::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    /** Graph's identifier of a meeting is Base64 over the organiser and the thread. */
    private static Optional<String> threadOf(String meetingId) {
        try {
            byte[] bytes = Base64.getDecoder().decode(meetingId);
            return thread(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As written, and with its percent-encoding taken off once, twice, three times. */
    private static Set<String> forms(String text) {
        Set<String> forms = new LinkedHashSet<>();
        String form = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        while (forms.size() < 4 && forms.add(form)) {
            form = decoded(form);
        }
        return forms;
    }

    /** A plus sign stays one, and what is no encoding stays as it is. */
    private static String decoded(String text) {
        try {
            return java.net.URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
