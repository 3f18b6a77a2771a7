package fr.educentre.assidu.justification.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.justification.internal.AbsenceQueries;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Absences")
@AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR, Role.LEARNER})
class AbsencesController {

    private final AbsenceQueries absences;
    private final CurrentActor current;

    AbsencesController(AbsenceQueries absences, CurrentActor current) {
        this.absences = absences;
        this.current = current;
    }

    @GetMapping("/api/v1/absences")
    @Operation(
            summary = "Absences to justify or under review, by deadline; of a learner or group, those decided as well")
    PageOf<AbsenceRow> absences(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String learner,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        UUID groupId = id(group, "group");
        UUID learnerId = id(learner, "learner");
        int asked = PageOf.size(size);
        return absences.of(current.get(), state(state), groupId, learnerId, PageOf.page(page), asked)
                .map(AbsenceRow::of);
    }

    private static @Nullable JustificationState state(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return JustificationState.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("refusal.parameter", "state", text);
        }
    }

    private static @Nullable UUID id(@Nullable String text, String kind) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound(kind);
        }
    }

    record AbsenceRow(
            UUID id,
            @JsonUnwrapped AbsentLearner learner,
            @JsonUnwrapped MissedSession missed,
            @JsonUnwrapped JustificationRequest request) {

        /** Who was absent. */
        record AbsentLearner(UUID learnerId, String name) {}

        /** What was missed. */
        record MissedSession(
                UUID sessionId, String session, OffsetDateTime startsAt, String halfDay, int missingMinutes) {}

        /** What is asked of the learner. */
        record JustificationRequest(
                String state,
                OffsetDateTime deadline,
                @Nullable UUID justificationId) {}

        static AbsenceRow of(AbsenceQueries.Item item) {
            ZoneId zone = item.session().zone();
            return new AbsenceRow(
                    item.absence().id(),
                    new AbsenceRow.AbsentLearner(
                            item.learner().id(), item.learner().name()),
                    new AbsenceRow.MissedSession(
                            item.session().id(),
                            item.session().title(),
                            item.session().startsAt().atZone(zone).toOffsetDateTime(),
                            item.absence().missed().halfDay(),
                            item.absence().missed().missingMinutes()),
                    new AbsenceRow.JustificationRequest(
                            item.absence().state().name(),
                            item.absence().deadline().atZone(zone).toOffsetDateTime(),
                            item.absence().justification().id()));
        }
    }
}
