package fr.educentre.assidu.training.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.ListParameters;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.training.ClosingPreview;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.training.management.SessionRecords;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sessions")
@AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR, Role.LEARNER})
@Tag(name = "Training centre")
class SessionsController {

    private final Sessions sessions;
    private final SessionRecords records;
    private final ClosingPreview closing;
    private final CurrentActor current;

    SessionsController(Sessions sessions, SessionRecords records, ClosingPreview closing, CurrentActor current) {
        this.records = records;
        this.closing = closing;
        this.sessions = sessions;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "Sessions the caller may see, by start; from and to: dates (both included) or date-times")
    PageOf<TrainingJson.Session> list(
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        VisibilityFilter visible = VisibilityFilter.to(current.get());
        SessionState only = ListParameters.choice("state", state, SessionState.class);
        Instant first = ListParameters.from("from", from);
        Instant last = ListParameters.to("to", to);
        ListParameters.requireOrder("from", first, "to", last);
        var query = new Sessions.Query(
                ListParameters.id("group", group),
                visible.trainer(),
                visible.learner(),
                first,
                last,
                only == null ? Set.of() : Set.of(only));
        return sessions.search(query, ListParameters.page(page), ListParameters.size(size))
                .map(TrainingJson.Session::of);
    }

    @GetMapping("/{id}")
    @Guarded("session")
    @Operation(summary = "One session; with its version, for a change, to who may make one")
    TrainingJson.SessionRecord one(@PathVariable UUID id) {
        return new TrainingJson.SessionRecord(
                TrainingJson.Session.of(sessions.get(id)),
                current.get().role() == Role.QUALITY_MANAGER
                        ? TrainingJson.SessionRecord.SessionKeys.of(records.get(id))
                        : null);
    }

    @PostMapping("/{id}/open")
    @Guarded("session")
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    @Operation(summary = "Starts the roll-call")
    TrainingJson.SessionRecord open(@PathVariable UUID id) {
        sessions.open(id);
        return one(id);
    }

    @PostMapping("/{id}/close")
    @Guarded("session")
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    @Operation(
            summary = "Closes the session: what is known is final; with dryRun=true, only tells what that will do:"
                    + " willBeAbsent, mailsToSend, awaiting",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            oneOf = {
                                                                TrainingJson.SessionRecord.class,
                                                                ClosingPreview.Preview.class
                                                            }))))
    Object close(@PathVariable UUID id, @RequestParam(required = false) @Nullable String dryRun) {
        if (ListParameters.flag("dryRun", dryRun)) {
            return closing.of(id);
        }
        sessions.close(id, current.get().displayName());
        return one(id);
    }
}
