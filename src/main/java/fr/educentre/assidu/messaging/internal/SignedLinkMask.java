package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.messaging.SealedPassage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail holds for its recipient alone: signed links, of which whoever holds one acts in the recipient's name, and
 * passages that the module which wrote the mail has sealed. Nobody else reads them; they are kept sealed until the mail leaves.
 */
final class SignedLinkMask {

    private static final String PATH = "(/(?:[jsc]|suivi)/)";
    private static final String TOKEN = "[A-Za-z0-9_-]{20,}";
    private static final String MASK = "•••";
    private static final String BEGINS = SealedPassage.BEGINS;
    private static final String ENDS = SealedPassage.ENDS;
    private static final Pattern WHOLE =
            Pattern.compile(PATH + "(" + TOKEN + ")|" + BEGINS + "([^" + ENDS + "]+)" + ENDS);
    private static final Pattern MASKED = Pattern.compile(PATH + MASK + "|" + BEGINS + ENDS);

    /** The text of a mail with its links masked, as SQL says it of the column {@code body}. */
    static final String BODY_MASKED = "regexp_replace(body, '" + PATH + TOKEN + "', '\\1" + MASK + "', 'g')";

    private SignedLinkMask() {}

    /** @param tokens taken out, in their order */
    record Masked(String text, List<String> tokens) {}

    static Masked mask(String text) {
        List<String> tokens = new ArrayList<>();
        String masked = WHOLE.matcher(text).replaceAll(found -> {
            boolean link = found.group(2) != null;
            tokens.add(link ? found.group(2) : found.group(3));
            return Matcher.quoteReplacement(link ? found.group(1) + MASK : BEGINS + ENDS);
        });
        return new Masked(masked, List.copyOf(tokens));
    }

    /** As it leaves. */
    static String unmask(Masked masked) {
        var tokens = masked.tokens().iterator();
        return MASKED.matcher(masked.text())
                .replaceAll(found -> Matcher.quoteReplacement(
                        !tokens.hasNext()
                                ? found.group()
                                : found.group(1) == null ? tokens.next() : found.group(1) + tokens.next()));
    }

    /** As it is shown to people. */
    static String shown(String text) {
        return mask(text).text().replace(BEGINS + ENDS, MASK);
    }
}
