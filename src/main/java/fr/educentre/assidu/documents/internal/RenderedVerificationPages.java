package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.documents.IssuedDocuments.Verified;
import fr.educentre.assidu.documents.VerificationPages;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class RenderedVerificationPages implements VerificationPages {

    private static final ZoneId MAINLAND = ZoneId.of("Europe/Paris");

    private final PdfRenderer renderer;
    private final Texts texts;

    RenderedVerificationPages(PdfRenderer renderer, Texts texts) {
        this.renderer = renderer;
        this.texts = texts;
    }

    @Override
    public String html(@Nullable Verified verified) {
        var values = new HashMap<String, Object>();
        values.put("lang", texts.get("documents.language"));
        values.put("title", text("title"));
        values.put("compare", text("compare"));
        values.put("stands", verified != null && verified.valid());
        values.put("verdict", verdict(verified));
        values.put("values", verified == null ? List.of() : lines(verified));
        return renderer.page("verify", values);
    }

    private String verdict(@Nullable Verified verified) {
        if (verified == null) {
            return text("unknown");
        }
        if ("CANCELLED".equals(verified.state())) {
            return text("cancelled", verified.issue().issuedBy());
        }
        return verified.valid()
                ? text("valid", verified.issue().issuedBy())
                : text("replaced", verified.issue().issuedBy(), String.valueOf(verified.replacedBy()));
    }

    private List<Map<String, String>> lines(Verified verified) {
        var lines = new ArrayList<Map<String, String>>();
        lines.add(line(
                text("kind"), texts.get("documents.kind." + verified.document().kind())));
        lines.add(line(text("number"), verified.document().number()));
        lines.add(line(text("version"), String.valueOf(verified.document().version())));
        lines.add(line(
                text("issuedAt"),
                ReaderFormats.numericDateTime(verified.issue().issuedAt(), MAINLAND, texts.language())));
        var ended = verified.issue().endedAt();
        if (ended != null) {
            lines.add(line(text("endedAt"), ReaderFormats.numericDateTime(ended, MAINLAND, texts.language())));
        }
        verified.certified().forEach((label, value) -> lines.add(printed(label, value)));
        lines.add(line(text("sha256"), verified.sha256()));
        return lines;
    }

    /** As the paper has it, which is in French. */
    private static Map<String, String> printed(String label, String value) {
        return Map.of("label", label, "value", value, "lang", Texts.FRENCH.getLanguage());
    }

    private static Map<String, String> line(String label, String value) {
        return Map.of("label", label, "value", value);
    }

    private String text(String key, Object... arguments) {
        return texts.get("documents.verify." + key, arguments);
    }
}
