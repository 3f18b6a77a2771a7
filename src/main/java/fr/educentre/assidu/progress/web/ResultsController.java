package fr.educentre.assidu.progress.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.progress.Progress;
import fr.educentre.assidu.shell.PageOf;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/learners")
@Tag(name = "Learners")
class ResultsController {

    private final Progress progress;
    private final Clock clock;

    ResultsController(Progress progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
    }

    @GetMapping("/{id}/results")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR, Role.LEARNER})
    @Guarded("learner")
    @Operation(summary = "Activities and evaluations asked of a learner, and what became of them")
    PageOf<ResultItem> results(@PathVariable UUID id) {
        Instant now = clock.instant();
        var items = progress.results(id).stream()
                .map(one -> ResultItem.of(one, now))
                .toList();
        return new PageOf<>(items, 0, items.size(), items.size());
    }

    /** @param notDoneByDueDate distance work is done or not: nobody is absent from it */
    record ResultItem(
            @JsonUnwrapped ResultActivity activity,
            @JsonUnwrapped ResultState result,
            @JsonUnwrapped ResultDue due) {

        /** What was asked. */
        record ResultActivity(String activityId, String title, String module, boolean evaluation) {}

        /** What was done. */
        record ResultState(
                @Nullable String state,
                @Nullable Double score,
                @Nullable Instant at) {}

        /** Until when. */
        record ResultDue(@Nullable Instant dueAt, int estimatedMinutes, boolean notDoneByDueDate) {}

        static ResultItem of(Progress.ResultView one, Instant now) {
            boolean done = "DONE".equals(one.state()) || "PASSED".equals(one.state());
            return new ResultItem(
                    new ResultItem.ResultActivity(
                            one.activity().id(),
                            one.activity().title(),
                            one.activity().moduleTitle(),
                            one.activity().evaluation()),
                    new ResultItem.ResultState(one.state(), one.score(), one.at()),
                    new ResultItem.ResultDue(
                            one.dueAt(),
                            one.activity().estimatedMinutes(),
                            !done && one.dueAt() != null && now.isAfter(one.dueAt())));
        }
    }
}
