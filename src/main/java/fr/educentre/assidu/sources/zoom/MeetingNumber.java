package fr.educentre.assidu.sources.zoom;

import java.util.LinkedHashSet;
import java.util.Set;

/** A meeting's number, which Zoom sends bare and shows, as people copy it, in groups of digits. */
final class MeetingNumber {

    private MeetingNumber() {}

    static String plain(String id) {
        return id.replaceAll("[\\s\\u00A0\\u202F-]+", "");
    }

    /** The ways a session may hold it, the likeliest first. */
    static Set<String> spellings(String id) {
        String plain = plain(id);
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(plain);
        if (plain.matches("\\d{9,11}")) {
            int second = plain.length() == 11 ? 7 : 6;
            for (String between : new String[] {" ", "-", "\u00A0", "\u202F"}) {
                spellings.add(plain.substring(0, 3)
                        + between
                        + plain.substring(3, second)
                        + between
                        + plain.substring(second));
            }
        }
        return spellings;
    }
}
