package fr.educentre.assidu.imports.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.imports.Calendars;
import fr.educentre.assidu.imports.Calendars.CancelledTitles;
import fr.educentre.assidu.imports.Calendars.Choices;
import fr.educentre.assidu.imports.Calendars.Doubts;
import fr.educentre.assidu.imports.Calendars.Feed;
import fr.educentre.assidu.imports.Calendars.Report;
import fr.educentre.assidu.imports.Calendars.SameEvents;
import fr.educentre.assidu.imports.Timetables;
import fr.educentre.assidu.imports.Timetables.Removal;
import fr.educentre.assidu.shell.MultipartForms;
import fr.educentre.assidu.shell.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1")
@AllowedRoles(Role.QUALITY_MANAGER)
@Tag(name = "Imports")
class CalendarsController {

    private final Calendars calendars;
    private final Timetables timetables;

    CalendarsController(Calendars calendars, Timetables timetables) {
        this.calendars = calendars;
        this.timetables = timetables;
    }

    /** What the form may hold, for the description. */
    record CalendarForm(
            MultipartFile file,
            String group,
            @Nullable String trainer,
            @Nullable String site,
            @Nullable String lunch,
            @Nullable SameEvents sameEvents,
            @Nullable CancelledTitles cancelledTitles,
            @Nullable Boolean dryRun) {}

    @PostMapping("/imports/calendar")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Operation(
            summary = "Imports an iCalendar file as sessions of a group",
            description = "Multipart: file, group; optional trainer (of events where no address is a trainer's), site,"
                    + " lunch (12:30-13:30: longer events are split there), sameEvents (of events that look like a session"
                    + " planned under another identifier: ASK, JOIN, SEPARATE), cancelledTitles (of events whose title says"
                    + " that they are cancelled: ASK, CANCEL, PLAN), dryRun.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = CalendarForm.class)))
    Report file(HttpServletRequest request) throws IOException {
        var parts = MultipartForms.of(request);
        MultipartFile file = MultipartForms.file(parts);
        String name = file.getOriginalFilename();
        return calendars.importFile(
                name == null ? "" : name,
                file.getBytes(),
                choices(
                        parts.getParameter("group"),
                        parts.getParameter("trainer"),
                        parts.getParameter("site"),
                        parts.getParameter("lunch"),
                        doubts(parts.getParameter("sameEvents"), parts.getParameter("cancelledTitles"))),
                flag(parts.getParameter("dryRun")));
    }

    @GetMapping("/calendars")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Operation(summary = "Calendars that are read every night, by name")
    Map<String, List<Feed>> list() {
        return Map.of("items", calendars.feeds());
    }

    /** @param lunch {@code 12:30-13:30} */
    record Subscription(
            @Nullable String name,
            @Nullable String url,
            @Nullable String group,
            @Nullable String trainer,
            @Nullable String site,
            @Nullable String lunch,
            @Nullable String sameEvents,
            @Nullable String cancelledTitles) {}

    @PostMapping("/calendars")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Subscribes to a calendar: read now, then every night")
    Feed subscribe(@RequestBody Subscription body) {
        if (body.url() == null || body.url().isBlank()) {
            throw Refusal.malformed("refusal.parameterMissing", "url");
        }
        return calendars.subscribe(
                body.name() == null ? "" : body.name(),
                body.url(),
                choices(
                        body.group(),
                        body.trainer(),
                        body.site(),
                        body.lunch(),
                        doubts(body.sameEvents(), body.cancelledTitles())));
    }

    @PostMapping("/calendars/{id}/refresh")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Guarded("calendar")
    @Operation(summary = "Reads a calendar again now")
    Report refresh(@PathVariable UUID id) {
        return calendars.refresh(id);
    }

    @DeleteMapping("/calendars/{id}")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Guarded("calendar")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends a subscription; its sessions stay")
    void stop(@PathVariable UUID id) {
        calendars.stop(id);
    }

    /** @param feed the subscription it came from */
    record Missing(UUID id, UUID session, String title, String startsAt, UUID feed) {

        static Missing of(Removal removal) {
            var session = removal.session();
            return new Missing(
                    removal.id(),
                    session.id(),
                    session.title(),
                    session.startsAt().atZone(session.zone()).toOffsetDateTime().toString(),
                    removal.feedId());
        }
    }

    @GetMapping("/calendars/removals")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Operation(summary = "Sessions to come that their calendar no longer has")
    Map<String, List<Missing>> removals() {
        return Map.of("items", timetables.removals().stream().map(Missing::of).toList());
    }

    record Decision(@Nullable String decision) {}

    @PostMapping("/calendars/removals/{id}")
    @AllowedRoles(Role.QUALITY_MANAGER)
    @Guarded("removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "CANCEL the session, or KEEP it although its calendar no longer has it")
    void decide(@PathVariable UUID id, @RequestBody Decision body) {
        String decision = String.valueOf(body.decision());
        switch (decision) {
            case "CANCEL" -> timetables.decide(id, true);
            case "KEEP" -> timetables.decide(id, false);
            default -> throw Refusal.malformed("refusal.parameter", "decision", decision);
        }
    }

    private static Choices choices(
            @Nullable String group,
            @Nullable String trainer,
            @Nullable String site,
            @Nullable String lunch,
            Doubts doubts) {
        UUID groupId = id("group", group);
        if (groupId == null) {
            throw Refusal.malformed("refusal.parameterMissing", "group");
        }
        LocalTime from = null;
        LocalTime to = null;
        if (lunch != null && !lunch.isBlank()) {
            String[] ends = lunch.strip().split("-", -1);
            try {
                from = LocalTime.parse(ends[0].strip());
                to = LocalTime.parse(ends.length == 2 ? ends[1].strip() : "");
            } catch (DateTimeException e) {
                throw Refusal.malformed("refusal.parameter", "lunch", lunch);
            }
        }
        return new Choices(groupId, id("trainer", trainer), id("site", site), from, to, doubts);
    }

    private static Doubts doubts(@Nullable String sameEvents, @Nullable String cancelledTitles) {
        return new Doubts(
                word(SameEvents.class, "sameEvents", sameEvents, SameEvents.ASK),
                word(CancelledTitles.class, "cancelledTitles", cancelledTitles, CancelledTitles.ASK));
    }

    private static <E extends Enum<E>> E word(Class<E> words, String name, @Nullable String value, E otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            return Enum.valueOf(words, value.strip());
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("refusal.parameter", name, value);
        }
    }

    private static @Nullable UUID id(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(value.strip());
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("refusal.parameter", name, value);
        }
    }

    private static boolean flag(@Nullable String text) {
        return switch (text == null ? "" : text.strip()) {
            case "", "false" -> false;
            case "true" -> true;
            default -> throw Refusal.malformed("refusal.parameter", "dryRun", String.valueOf(text));
        };
    }
}
