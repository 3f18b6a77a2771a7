package fr.educentre.assidu.shell.web;

import fr.educentre.assidu.shell.ChosenLanguage;
import fr.educentre.assidu.shell.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is answered where nothing of Assidu does: a page for people, in the language of the screens, and a problem for programs, in
 * the one they ask for.
 * Neither says what failed inside nor which software it was.
 */
@Component
class ErrorAnswers {

    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/hooks/", "/xapi/", "/actuator/", "/v3/");

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s – %s</title>
            <link rel="icon" href="/favicon.svg">
            <style>
            body { font-family: system-ui, sans-serif; margin: 0; min-height: 100vh; display: grid; place-items: center;
              background: #f3f5f7; color: #1b2532; line-height: 1.5; }
            main { max-width: 32rem; margin: 1rem; padding: 2rem; background: #fff; border-radius: 16px; overflow-wrap: anywhere; }
            h1 { margin: 0 0 0.5rem; font-size: 1.5rem; color: #174a96; }
            a { color: #174a96; }
            </style>
            </head>
            <body><main><h1>%s</h1><p>%s</p><p><a href="/">%s</a></p></main></body>
            </html>
            """;

    private final Texts texts;
    private final JsonMapper json;

    ErrorAnswers(Texts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    record Answer(String type, String language, String body) {}

    /**
     * What is answered.
     *
     * @param path as it was asked for, null where it could not be read
     * @param seconds to wait before the next try, null where nothing says so
     */
    record Failure(
            @Nullable String path, int status, @Nullable String seconds) {

        static Failure of(@Nullable String path, int status, HttpServletResponse response) {
            return new Failure(path, status, response.getHeader(HttpHeaders.RETRY_AFTER));
        }

        long secondsToWait() {
            return seconds != null && seconds.matches("\\d{1,9}") ? Long.parseLong(seconds) : 1;
        }
    }

    Answer answer(HttpServletRequest request, Failure failure) {
        return forProgram(request, failure.path())
                ? problem(failure, asked(request))
                : page(failure, ChosenLanguage.of(request.getCookies()).orElse(Texts.FRENCH));
    }

    private Answer problem(Failure failure, Locale locale) {
        int status = failure.status();
        String known = "refusal.http." + status;
        String key = status == 503
                ? known
                : status >= 500
                        ? "refusal.internal"
                        : texts.in(locale, known).equals(known) ? "refusal.http.400" : known;
        HttpStatus standard = HttpStatus.resolve(status);
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", standard == null ? String.valueOf(status) : standard.getReasonPhrase());
        problem.put("status", status);
        problem.put("detail", texts.in(locale, key, failure.secondsToWait()));
        problem.put("code", key);
        return new Answer(
                MediaType.APPLICATION_PROBLEM_JSON_VALUE, locale.getLanguage(), json.writeValueAsString(problem));
    }

    private Answer page(Failure failure, Locale locale) {
        String key = "shell." + kind(failure);
        String title = text(locale, key + ".title");
        return new Answer(
                MediaType.TEXT_HTML_VALUE,
                locale.getLanguage(),
                PAGE.formatted(
                        locale.getLanguage(),
                        title,
                        text(locale, "shell.app"),
                        title,
                        text(locale, key + ".text", failure.secondsToWait()),
                        text(locale, "shell.home")));
    }

    private static String kind(Failure failure) {
        return switch (failure.status()) {
            case 403 -> "/login".equals(failure.path()) ? "signInExpired" : "notFound";
            case 404 -> "notFound";
            case 413 -> "tooLarge";
            case 429 -> "tooManyTries";
            case 503 -> "away";
            default -> failure.status() >= 500 ? "error" : "notValid";
        };
    }

    private String text(Locale locale, String key, Object... arguments) {
        return HtmlUtils.htmlEscape(texts.in(locale, key, arguments), "UTF-8");
    }

    private static boolean forProgram(HttpServletRequest request, @Nullable String path) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return path != null && FOR_PROGRAMS.stream().anyMatch(path::startsWith)
                || accept != null && accept.contains("json") && !accept.contains("html");
    }

    /** French, unless the caller asks for English first of the two. */
    private static Locale asked(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Texts.FRENCH;
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(language -> List.of("fr", "en").contains(language))
                .findFirst()
                .map(language -> "en".equals(language) ? Locale.ENGLISH : Texts.FRENCH)
                .orElse(Texts.FRENCH);
    }
}
