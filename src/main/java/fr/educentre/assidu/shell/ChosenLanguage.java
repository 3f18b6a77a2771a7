package fr.educentre.assidu.shell;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The language that a reader chose, kept in their browser: it outlives the session, so that the sign-in page, the word of a
 * session that is over and the pages of errors speak it too.
 */
public final class ChosenLanguage {

    private static final String COOKIE = "assidu-langue";
    private static final Duration KEPT = Duration.ofDays(365);

    private ChosenLanguage() {}

    /** @param cookies of the request, null where it has none */
    public static Optional<Locale> of(Cookie @Nullable [] cookies) {
        return Stream.ofNullable(cookies)
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie -> Stream.of(Texts.FRENCH, Locale.ENGLISH)
                        .filter(language -> language.getLanguage().equals(cookie.getValue())))
                .findFirst();
    }

    /** @param secure the page came over TLS */
    public static Cookie remember(Locale language, boolean secure) {
        var cookie = new Cookie(COOKIE, language.getLanguage());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
