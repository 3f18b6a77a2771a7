package fr.educentre.assidu.messaging.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Signed links in the text of a mail. Whoever holds one acts in its recipient's name: nobody else reads it, and it is kept
 * sealed until it leaves.
 */
final class SignedLinkMask {

    private static final String PATH = "(/[jsc]/)";
    private static final String TOKEN = "[A-Za-z0-9_-]{20,}";
    private static final String MASK = "•••";
    private static final Pattern LINK = Pattern.compile(PATH + "(" + TOKEN + ")");
    private static final Pattern MASKED = Pattern.compile(PATH + MASK);

    /** The text of a mail with its links masked, as SQL says it of the column {@code body}. */
    static final String BODY_MASKED = "regexp_replace(body, '" + PATH + TOKEN + "', '\\1" + MASK + "', 'g')";

    private SignedLinkMask() {}

    /** @param tokens taken out, in their order */
    record Masked(String text, List<String> tokens) {}

    static Masked mask(String text) {
        List<String> tokens = new ArrayList<>();
        String masked = LINK.matcher(text).replaceAll(link -> {
            tokens.add(link.group(2));
            return Matcher.quoteReplacement(link.group(1) + MASK);
        });
        return new Masked(masked, List.copyOf(tokens));
    }

    /** As it leaves. */
    static String unmask(Masked masked) {
        var tokens = masked.tokens().iterator();
        return MASKED.matcher(masked.text())
                .replaceAll(link ->
                        Matcher.quoteReplacement(tokens.hasNext() ? link.group(1) + tokens.next() : link.group()));
    }
}
