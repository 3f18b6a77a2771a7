package fr.educentre.assidu.relaunch.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.relaunch.ManualRelaunches;
import fr.educentre.assidu.relaunch.ManualRelaunches.NewRelaunch;
import fr.educentre.assidu.relaunch.RelaunchActs;
import fr.educentre.assidu.relaunch.Relaunches;
import fr.educentre.assidu.relaunch.Relaunches.RelaunchView;
import fr.educentre.assidu.shell.PageOf;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Relaunches")
@AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
class RelaunchesController {

    private final Relaunches relaunches;
    private final RelaunchActs acts;
    private final ManualRelaunches manual;

    RelaunchesController(Relaunches relaunches, RelaunchActs acts, ManualRelaunches manual) {
        this.relaunches = relaunches;
        this.acts = acts;
        this.manual = manual;
    }

    /**
     * How the learner is written to.
     *
     * @param template {@code absences-repetees}, {@code foad-inactivite} or {@code avant-abandon}
     * @param thenAfterWorkingDays before a second mail; none without it
     */
    record RelaunchStart(
            @Nullable String template,
            @Nullable Integer thenAfterWorkingDays,
            @Nullable String reason) {

        NewRelaunch asked() {
            return new NewRelaunch(
                    Objects.requireNonNullElse(template, ""),
                    Objects.requireNonNullElse(thenAfterWorkingDays, 0),
                    Objects.requireNonNullElse(reason, ""));
        }
    }

    @PostMapping("/api/v1/alerts/{id}/relaunch")
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    @Operation(summary = "Begins a relaunch by hand, for an alert whose rule asks for none")
    RelaunchView start(@PathVariable UUID id, @RequestBody RelaunchStart start) {
        return manual.start(id, start.asked());
    }

    /**
     * Why, and until when.
     *
     * @param until the morning on which a paused one goes on by itself
     * @param to the referent to whom it is handed over
     */
    record RelaunchAct(
            @Nullable String reason,
            @Nullable LocalDate until,
            @Nullable UUID to) {

        String why() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    @PostMapping("/api/v1/relaunches/{id}/pause")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    @Operation(summary = "No mail leaves until it goes on, by hand or on the morning of a day")
    RelaunchView pause(@PathVariable UUID id, @RequestBody RelaunchAct act) {
        return acts.pause(id, act.why(), act.until());
    }

    @PostMapping("/api/v1/relaunches/{id}/resume")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    @Operation(summary = "Goes on; the facts are looked at again before anything leaves")
    RelaunchView resume(@PathVariable UUID id, @RequestBody RelaunchAct act) {
        return acts.resume(id, act.why());
    }

    @PostMapping("/api/v1/relaunches/{id}/skip")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    @Operation(summary = "Leaves out the mails still to come: the referent is asked to get in touch")
    RelaunchView skip(@PathVariable UUID id, @RequestBody RelaunchAct act) {
        return acts.skip(id, act.why());
    }

    @PostMapping("/api/v1/relaunches/{id}/hand-over")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    @Operation(summary = "Getting in touch is another referent's task")
    RelaunchView handOver(@PathVariable UUID id, @RequestBody RelaunchAct act) {
        return acts.handOver(id, act.why(), act.to());
    }

    @PostMapping("/api/v1/relaunches/{id}/end")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    @Operation(summary = "Nothing more leaves; the alert stays as it is")
    RelaunchView end(@PathVariable UUID id, @RequestBody RelaunchAct act) {
        return acts.end(id, act.why());
    }

    @GetMapping("/api/v1/learners/{id}/relaunches")
    @Guarded("learner")
    @Operation(summary = "Relaunches of a learner, newest first")
    PageOf<RelaunchView> ofLearner(@PathVariable UUID id) {
        List<RelaunchView> all = relaunches.ofLearner(id);
        return new PageOf<>(all, 0, Math.max(all.size(), PageOf.DEFAULT_SIZE), all.size());
    }
}
