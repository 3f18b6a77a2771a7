package fr.educentre.assidu.sources.zoom;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A participant as Zoom names them. */
record ZoomParticipant(
        @Nullable String registrantId,
        @Nullable String customerKey,
        @Nullable String email,
        @Nullable String name) {

    /** Of a webhook's {@code participant}. */
    static ZoomParticipant ofEvent(JsonNode participant) {
        return of(participant, "email", "user_name");
    }

    /** Of a row of the report. */
    static ZoomParticipant ofRow(JsonNode row) {
        return of(row, "user_email", "name");
    }

    private static ZoomParticipant of(JsonNode told, String email, String name) {
        String address = ZoomProtocol.JSON.text(told, email);
        return new ZoomParticipant(
                ZoomProtocol.JSON.text(told, "registrant_id"),
                ZoomProtocol.JSON.text(told, "customer_key"),
                address == null || address.indexOf('@') <= 0 ? null : address.toLowerCase(Locale.ROOT),
                ZoomProtocol.JSON.text(told, name));
    }

    /** The key we gave a meeting's client; Zoom's limit of 35 characters leaves no room for an identifier's dashes. */
    @Nullable
    String ownKey() {
        return customerKey != null && customerKey.matches("[0-9a-fA-F]{32}")
                ? customerKey.toLowerCase(Locale.ROOT).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")
                : customerKey;
    }

    /** @param issuedId an identifier that may be ours */
    String key(@Nullable String issuedId, String connection) {
        if (issuedId != null) {
            return issuedId;
        }
        if (email != null) {
            return email;
        }
        return name == null ? "zoom " + connection : folded(name);
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
