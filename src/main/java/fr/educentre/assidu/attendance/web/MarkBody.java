package fr.educentre.assidu.attendance.web;

import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.shell.PlausibleDays;
import fr.educentre.assidu.shell.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of a mark, field by field, so that each refusal names what is wrong. */
final class MarkBody {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int MOST_CHARACTERS = 2_000;

    private MarkBody() {}

    /** What the body may hold, for the documentation. */
    record Fields(
            AttendanceStatus status,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to,
            String reason,
            @Nullable UUID documentId,
            @Nullable Integer version) {}

    static Mark read(byte[] body) {
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (JacksonException e) {
            throw Refusal.malformed("refusal.body");
        }
        if (json == null || !json.isObject()) {
            throw Refusal.malformed("refusal.body");
        }
        AttendanceStatus status = status(text(json, "status"));
        Instant from = instant(text(json, "from"));
        Instant to = instant(text(json, "to"));
        String reason = text(json, "reason");
        if (reason == null) {
            throw Refusal.invalid("refusal.attendance.reasonNeeded");
        }
        if (reason.indexOf('\0') >= 0) {
            throw Refusal.malformed("refusal.characters");
        }
        if (reason.length() > MOST_CHARACTERS) {
            throw Refusal.invalid("refusal.attendance.reasonTooLong", MOST_CHARACTERS);
        }
        return new Mark(status, from, to, reason, document(text(json, "documentId")), version(json.get("version")));
    }

    private static AttendanceStatus status(@Nullable String name) {
        if (name == null) {
            throw Refusal.invalid("refusal.attendance.statusNeeded");
        }
        for (AttendanceStatus status : AttendanceStatus.values()) {
            if (status.name().equals(name)) {
                return status;
            }
        }
        throw Refusal.invalid("refusal.attendance.statusUnknown", name);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            if (PlausibleDays.holds(LocalDate.ofInstant(at, ZoneOffset.UTC))) {
                return at;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw Refusal.invalid("refusal.attendance.time", text);
    }

    /** As the row had it that the caller looked at. */
    private static @Nullable Integer version(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isInt() || value.intValue() < 0) {
            throw Refusal.malformed("refusal.body.field", "version");
        }
        return value.intValue();
    }

    private static @Nullable UUID document(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("refusal.attendance.documentUnknown");
        }
    }

    private static @Nullable String text(JsonNode json, String field) {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw Refusal.malformed("refusal.body.field", field);
        }
        String text = value.asString().strip();
        return text.isEmpty() ? null : text;
    }
}
