package fr.educentre.assidu.shell;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** E-mail addresses as people type them, or paste them from links and other programs. */
public final class WrittenAddress {

    private static final int LONGEST = 254;
    private static final Pattern JOINERS = Pattern.compile("[\\u200C\\u200D]");
    private static final Pattern MAILTO = Pattern.compile("mailto:\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED = Pattern.compile(".*<([^<>]+)>[;,.]*");
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern ADDRESS = Pattern.compile(
            ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")*\\.[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]");

    private WrittenAddress() {}

    /** What can be seen of it, out of {@code mailto:ana@x.org} or {@code "Ana" <ana@x.org>}; empty for null. */
    public static String of(@Nullable String text) {
        String seen = JOINERS.matcher(WrittenText.line(text)).replaceAll("");
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
    public static String folded(String text) {
        return of(text).toLowerCase(Locale.ROOT);
    }

    /** Whether a mail can be sent there, as far as its form tells. */
    public static boolean valid(String text) {
        return text.length() <= LONGEST && ADDRESS.matcher(text).matches();
    }
}
