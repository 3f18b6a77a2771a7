package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.shell.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Renders a draft, with what issuing adds to it or marked as a draft. */
@Component
class DocumentPrinter {

    static final String PDF = "application/pdf";

    private final JsonMapper json;
    private final PdfRenderer renderer;
    private final Texts texts;
    private final Clock clock;
    private final String baseUrl;

    DocumentPrinter(
            JsonMapper json,
            PdfRenderer renderer,
            Texts texts,
            Clock clock,
            @Value("${assidu.base-url}") String baseUrl) {
        this.json = json;
        this.renderer = renderer;
        this.texts = texts;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    byte[] issued(DocumentDraft draft, Stamp stamp) {
        return renderer.pdf(draft.content().template(), values(draft, stamp.values(draft.zone(), baseUrl)));
    }

    /** Marked on each page; without number, version or code. */
    byte[] draft(DocumentDraft draft) {
        return renderer.pdf(
                draft.content().template(),
                values(draft, draftValues(texts.in(Texts.FRENCH, "documents.draft"), clock.instant(), draft.zone())));
    }

    /** What is printed, for its fingerprint. */
    byte[] words(DocumentDraft draft) {
        return json.writeValueAsBytes(draft.content().model());
    }

    /** What it was made of, as it is stored. */
    String inputs(DocumentDraft draft) {
        return json.writeValueAsString(Map.of(
                "document",
                draft.content().model(),
                "certified",
                draft.content().certified()));
    }

    private Map<String, Object> values(DocumentDraft draft, Map<String, Object> stamp) {
        var values = new HashMap<String, Object>();
        values.put("doc", json.convertValue(draft.content().model(), Map.class));
        values.put("stamp", stamp);
        var logo = Letterhead.logo(draft.organisation());
        if (logo != null) {
            values.put("logo", logo);
        }
        return values;
    }

    static Map<String, Object> draftValues(String word, Instant at, ZoneId zone) {
        return Map.of(
                "draft",
                true,
                "number",
                word,
                "issuedOn",
                FrenchDocumentFormat.date(at.atZone(zone).toLocalDate()));
    }

    /** What issuing adds to the facts. */
    record Stamp(
            String number,
            int version,
            String code,
            Instant at,
            @Nullable String replaces) {

        Map<String, Object> values(ZoneId zone, String baseUrl) {
            var values = new HashMap<String, Object>();
            values.put("draft", false);
            values.put("number", number);
            values.put("version", version);
            values.put("issuedOn", FrenchDocumentFormat.date(at.atZone(zone).toLocalDate()));
            values.put("verifyUrl", baseUrl + "/verify/" + code);
            values.put("replaces", replaces);
            return values;
        }
    }
}
