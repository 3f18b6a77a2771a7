package fr.educentre.assidu.training.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.Managed;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Versioned;
import fr.educentre.assidu.shell.web.RecordCalls;
import fr.educentre.assidu.training.management.CatchUps;
import fr.educentre.assidu.training.management.NewCatchUp;
import fr.educentre.assidu.training.management.NewSeries;
import fr.educentre.assidu.training.management.NotHeld;
import fr.educentre.assidu.training.management.Reopening;
import fr.educentre.assidu.training.management.ReplacedTrainer;
import fr.educentre.assidu.training.management.SessionContent;
import fr.educentre.assidu.training.management.SessionPlanning;
import fr.educentre.assidu.training.management.SessionRecords;
import fr.educentre.assidu.training.management.SessionSeries;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sessions")
@AllowedRoles(Role.QUALITY_MANAGER)
@Tag(name = "Planning")
class SessionPlanningController {

    private final SessionRecords sessions;
    private final SessionPlanning planning;
    private final SessionSeries series;
    private final CatchUps catchUps;
    private final Texts texts;

    SessionPlanningController(
            SessionRecords sessions, SessionPlanning planning, SessionSeries series, CatchUps catchUps, Texts texts) {
        this.series = series;
        this.catchUps = catchUps;
        this.sessions = sessions;
        this.planning = planning;
        this.texts = texts;
    }

    /**
     * A session as it is planned.
     *
     * @param warnings what a person may want all the same: overlaps, days outside the group's
     */
    record Planned(@JsonUnwrapped Versioned<SessionContent> session, List<Warning> warnings) {}

    /** A remark about a field. */
    record Warning(String field, String problem) {}

    /** What to look at on a day of a series. */
    record DayWarnings(LocalDate day, List<Warning> warnings) {}

    /** What planning a series will do. */
    record SeriesPreview(List<LocalDate> days, List<SessionSeries.LeftOut> leftOut, List<DayWarnings> warnings) {}

    @PostMapping
    @Operation(summary = "One more; overlaps of group, trainer or room come back as warnings")
    ResponseEntity<Planned> add(
            @RequestBody SessionContent content,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal caller) {
        Planned added = planned(sessions.add(RecordCalls.id(key, caller), content));
        return RecordCalls.created(added.session().id(), added);
    }

    @PostMapping("/series")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "The same session on days of the week; public holidays, closures and company periods are left out")
    SessionSeries.Planned series(
            @RequestBody NewSeries content,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal caller) {
        return series.plan(RecordCalls.id(key, caller), content);
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Puts this in place of the planned session of that version; 409 where somebody changed it since")
    Planned change(@PathVariable UUID id, @RequestBody Versioned<SessionContent> changed) {
        return planned(sessions.change(id, RecordCalls.version(changed), changed.content()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes one that is still to come and of which nothing is known; others are cancelled")
    void remove(@PathVariable UUID id) {
        sessions.remove(id);
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Who changed what and when, newest first")
    List<Managed.Change> history(@PathVariable UUID id) {
        return sessions.history(id);
    }

    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "It is not held: it counts nowhere and relaunches nobody")
    void cancel(@PathVariable UUID id, @RequestBody NotHeld why) {
        planning.cancel(id, why);
    }

    @PostMapping("/{id}/postpone")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "It is held at newStartsAt instead, in a session of its own, which is answered")
    Planned postpone(
            @PathVariable UUID id,
            @RequestBody NotHeld why,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal caller) {
        UUID next = RecordCalls.id(key, caller);
        planning.postpone(id, next, why);
        return planned(sessions.get(next));
    }

    @PostMapping("/{id}/catch-ups")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "A learner makes up for this session in another: one of others that they join (sessionId), or one planned"
                            + " for them alone (planned), which is answered")
    Planned catchUp(
            @PathVariable UUID id,
            @RequestBody NewCatchUp catchUp,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal caller) {
        return planned(sessions.get(catchUps.plan(id, RecordCalls.id(key, caller), catchUp)));
    }

    @PostMapping("/series/preview")
    @Operation(summary = "What planning a series will do: its days, those left out, overlaps of each; plans nothing")
    SeriesPreview preview(@RequestBody NewSeries content) {
        SessionSeries.Preview found = series.preview(content);
        return new SeriesPreview(
                found.days(),
                found.leftOut(),
                found.conflicts().stream()
                        .map(one -> new DayWarnings(one.day(), warnings(one.warnings())))
                        .toList());
    }

    @PostMapping("/{id}/reopen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Opens a closed session again, with a reason: what was final is no longer")
    void reopen(@PathVariable UUID id, @RequestBody Reopening why) {
        planning.reopen(id, why);
    }

    @PostMapping("/{id}/restore")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "It is held on its slot after all; what it was postponed to goes")
    void restore(@PathVariable UUID id) {
        planning.restore(id);
    }

    @PutMapping("/{id}/trainer")
    @Operation(summary = "Somebody else gives it; the planned trainer ends the replacement")
    Planned replaceTrainer(@PathVariable UUID id, @RequestBody ReplacedTrainer by) {
        planning.replaceTrainer(id, by);
        return planned(sessions.get(id));
    }

    @PostMapping("/{id}/participants/{learnerId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Somebody more is expected: half of a group, an option, a catch-up for an absence")
    void addParticipant(
            @PathVariable UUID id,
            @PathVariable UUID learnerId,
            @RequestParam(required = false) @Nullable String reason) {
        planning.addParticipant(id, learnerId, reason);
    }

    @DeleteMapping("/{id}/participants/{learnerId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Somebody is not expected")
    void removeParticipant(
            @PathVariable UUID id,
            @PathVariable UUID learnerId,
            @RequestParam(required = false) @Nullable String reason) {
        planning.removeParticipant(id, learnerId, reason);
    }

    private Planned planned(Versioned<SessionContent> session) {
        UUID id = session.id();
        List<FieldProblem> found = id == null ? List.of() : sessions.warnings(id);
        return new Planned(session, warnings(found));
    }

    private List<Warning> warnings(List<FieldProblem> found) {
        return found.stream()
                .map(one -> new Warning(
                        one.field(), texts.get(one.key(), one.arguments().toArray())))
                .toList();
    }
}
