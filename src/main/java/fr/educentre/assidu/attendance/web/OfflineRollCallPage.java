package fr.educentre.assidu.attendance.web;

import fr.educentre.assidu.shell.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * What a browser shows of the roll-call without a connection: it keeps this page, and fills it with what it has noted of the
 * session. The page itself tells nothing of anybody.
 */
@RestController
class OfflineRollCallPage {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final String PAGE = """
            <!doctype html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%2$s</title>
            <style>body { margin: 0; font-family: system-ui, sans-serif; color: #1a2433; background: #fff; } main { padding: 0.75rem; max-width: 46rem; }</style>
            </head>
            <body>
            <main class="assidu-roll">
            <p>%3$s</p>
            <assidu-appel-hors-ligne alone></assidu-appel-hors-ligne>
            </main>
            <script src="%4$s/appel-hors-ligne.js"></script>
            </body>
            </html>
            """;

    private final Texts texts;

    OfflineRollCallPage(Texts texts) {
        this.texts = texts;
    }

    @GetMapping("/appel-hors-ligne")
    ResponseEntity<String> page(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .body(PAGE.formatted(
                        escaped(texts.language().getLanguage()),
                        escaped(texts.get("attendance.offline.title")),
                        escaped(texts.get("attendance.offline.page")),
                        escaped(request.getContextPath())));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
