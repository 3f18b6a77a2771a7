package fr.educentre.assidu.justification.web;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.justification.Justifications.Submission;
import fr.educentre.assidu.shell.LocalMoment;
import fr.educentre.assidu.shell.PlausibleDays;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Reads a justification from a multipart form: {@code sessions} repeated or separated by commas, or a period. */
@Component
class SubmissionReader {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Groups groups;
    private final Clock clock;

    SubmissionReader(Groups groups, Clock clock) {
        this.groups = groups;
        this.clock = clock;
    }

    UUID learner(Actor actor, MultipartHttpServletRequest form) {
        String given = text(form, "learner");
        if (given != null) {
            return learnerId(given);
        }
        UUID own = actor.personId();
        if (actor.role() == Role.LEARNER && own != null) {
            return own;
        }
        throw Refusal.malformed("refusal.parameterMissing", "learner");
    }

    Submission read(Actor actor, UUID learnerId, MultipartHttpServletRequest form) throws IOException {
        String reason = Optional.ofNullable(text(form, "reason"))
                .orElseThrow(() -> Refusal.malformed("refusal.parameterMissing", "reason"));
        List<UUID> sessions = sessions(form);
        String from = text(form, "from");
        String to = text(form, "to");
        if (sessions.isEmpty() == (from == null && to == null)) {
            throw Refusal.invalid("refusal.justification.sessionsOrPeriod");
        }
        ZoneId zone = zone(learnerId);
        MultipartFile document = form.getFile("document");
        return new Submission(
                learnerId,
                new Submission.Absence(sessions, instant("from", from, zone, false), instant("to", to, zone, true)),
                new Submission.Reason(reason, text(form, "comment")),
                new Submission.Document(
                        document == null ? null : document.getOriginalFilename(),
                        document == null ? null : document.getBytes(),
                        Boolean.parseBoolean(text(form, "medical"))),
                actor.displayName());
    }

    private ZoneId zone(UUID learnerId) {
        GroupInfo group =
                groups.groupsOf(List.of(learnerId), LocalDate.now(clock)).get(learnerId);
        return group == null ? PARIS : group.site().zone();
    }

    private static List<UUID> sessions(MultipartHttpServletRequest form) {
        String[] values = form.getParameterValues("sessions");
        var ids = new LinkedHashSet<UUID>();
        for (String value : values == null ? new String[0] : values) {
            Arrays.stream(value.split(","))
                    .map(String::strip)
                    .filter(id -> !id.isEmpty())
                    .forEach(id -> ids.add(sessionId(id)));
        }
        return new ArrayList<>(ids);
    }

    private static UUID learnerId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("learner");
        }
    }

    private static UUID sessionId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("refusal.justification.notAbsent");
        }
    }

    /** A date is the whole day on the site of the learner's group: the last one is included. */
    private static @Nullable Instant instant(String name, @Nullable String text, ZoneId zone, boolean end) {
        if (text == null) {
            return null;
        }
        try {
            if (text.length() == 10) {
                LocalDate day = PlausibleDays.required(name, LocalDate.parse(text));
                return (end ? day.plusDays(1) : day).atStartOfDay(zone).toInstant();
            }
            // A plus sign of a form that was not encoded arrives as a space.
            String tidy = text.replace(' ', '+');
            if (tidy.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")) {
                return PlausibleDays.required(name, OffsetDateTime.parse(tidy).toInstant());
            }
            return switch (LocalMoment.of(LocalDateTime.parse(tidy), zone)) {
                case LocalMoment.At at -> PlausibleDays.required(name, at.instant());
                case LocalMoment.Skipped skipped ->
                    throw Refusal.malformed("refusal.parameter.skippedHour", name, text);
                // Of an hour that comes twice, an absence covers both.
                case LocalMoment.Twice twice -> end ? twice.second() : twice.first();
            };
        } catch (DateTimeException e) {
            throw Refusal.malformed("refusal.parameter", name, text);
        }
    }

    private static @Nullable String text(MultipartHttpServletRequest form, String name) {
        String value = form.getParameter(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
