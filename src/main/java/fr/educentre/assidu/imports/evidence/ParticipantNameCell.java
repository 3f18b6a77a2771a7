package fr.educentre.assidu.imports.evidence;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name cell {@code Shown name (Original name)}: the original one, unless the brackets hold a tag. Where they may as well hold
 * something else, {@code Sophie Bernard (Lyon)}, all of it stays: whoever looks for the person tries both.
 */
final class ParticipantNameCell {

    private static final Pattern SHOWN_AND_ORIGINAL = Pattern.compile("(.{1,200}?)\\s*\\(([^()]{2,200})\\)\\s*");
    private static final Set<String> TAGS =
            Set.of("ext", "externe", "external", "guest", "invité", "invite", "host", "hôte", "co-host", "me", "moi");

    /** Words that a name has at least. */
    private static final int NAME = 2;

    private ParticipantNameCell() {}

    static String original(String cell) {
        Matcher match = SHOWN_AND_ORIGINAL.matcher(cell);
        if (!match.matches()) {
            return cell;
        }
        String inside = match.group(2).strip();
        boolean tag = inside.contains("/") || TAGS.contains(inside.toLowerCase(Locale.ROOT));
        if (tag) {
            return match.group(1);
        }
        boolean nickname = words(match.group(1)) < NAME;
        return words(inside) == NAME || nickname && words(inside) > NAME ? inside : cell.strip();
    }

    private static int words(String text) {
        return text.strip().split("\\s+").length;
    }
}
