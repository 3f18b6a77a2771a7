package fr.educentre.assidu.sources.xapi;

import fr.educentre.assidu.shell.WrittenAddress;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who an actor is: the one identifier that xAPI asks for (inverse functional identifier). */
record ActorIdentifier(
        String key,
        @Nullable String email,
        @Nullable String accountName,
        @Nullable String name) {

    private static final int LONGEST_KEY = 400;

    /** Of a valid actor. */
    static ActorIdentifier of(Map<?, ?> actor) {
        String name = text(actor.get("name"));
        if (actor.get("mbox") instanceof String mbox) {
            String email = WrittenAddress.folded(mbox);
            return new ActorIdentifier(cut("mailto:" + email), email, null, name);
        }
        if (actor.get("account") instanceof Map<?, ?> account) {
            String accountName = String.valueOf(account.get("name"));
            return new ActorIdentifier(
                    cut("account:" + account.get("homePage") + " " + accountName), null, accountName, name);
        }
        if (actor.get("mbox_sha1sum") instanceof String sum) {
            return new ActorIdentifier("sha1:" + sum.toLowerCase(Locale.ROOT), null, null, name);
        }
        if (actor.get("openid") instanceof String openId) {
            return new ActorIdentifier(cut("openid:" + openId), null, null, name);
        }
        return new ActorIdentifier("group", null, null, name);
    }

    private static String cut(String key) {
        return key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }
}
