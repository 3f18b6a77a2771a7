package fr.educentre.assidu.shell;

import java.util.Locale;
import java.util.regex.Pattern;

/** What people typed or pasted, without what nobody sees: programs leave such marks, and no two texts are equal then. */
public final class TypedText {

    private static final int LONGEST_ADDRESS = 254;
    /** No width, soft hyphens, directions, marks of order: meant for programs. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}&&[^\\t\\n\\r]]|[\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB]");

    private static final Pattern ODD_SPACE = Pattern.compile("[\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern MAILTO = Pattern.compile("mailto:\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED = Pattern.compile(".*<([^<>]+)>[;,.]*", Pattern.DOTALL);
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@" + LABEL + "(?:\\."
                    + LABEL + ")*\\." + "[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]");

    private TypedText() {}

    /** All that can be seen, with spaces that are spaces, and none at the ends. */
    public static String visible(String text) {
        if (plain(text)) {
            return text.strip();
        }
        return ODD_SPACE
                .matcher(UNSEEN.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** The same on one line, its words a single space apart. */
    public static String line(String text) {
        return SPACES.matcher(visible(text)).replaceAll(" ");
    }

    /** An e-mail address as it is pasted from a link or another program: {@code mailto:ana@x.org}, {@code "Ana" <ana@x.org>}. */
    public static String address(String text) {
        String seen = line(text);
        var named = NAMED.matcher(seen);
        String address = named.matches() ? named.group(1) : seen;
        address = MAILTO.matcher(address.strip()).replaceFirst("");
        int query = address.indexOf('?');
        if (query > address.indexOf('@') && address.indexOf('@') > 0) {
            address = address.substring(0, query);
        }
        return address.strip().replaceFirst("[;,.]+$", "");
    }

    /** An address by which two of them are compared. */
    public static String foldedAddress(String text) {
        return address(text).toLowerCase(Locale.ROOT);
    }

    /** Whether a mail can be sent there, as far as its form tells. */
    public static boolean isAddress(String text) {
        return text.length() <= LONGEST_ADDRESS && ADDRESS.matcher(text).matches();
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || (c > '~' && c < '\u00C0') || c > '\u024F') {
                return false;
            }
        }
        return true;
    }
}
