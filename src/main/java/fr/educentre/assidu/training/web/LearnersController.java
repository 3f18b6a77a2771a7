package fr.educentre.assidu.training.web;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.ListParameters;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.management.LearnerRecords;
import fr.educentre.assidu.training.web.TrainingJson.LearnerWithEnrolments.LearnerKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/learners")
@AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR, Role.LEARNER})
@Tag(name = "Training centre")
class LearnersController {

    private final Learners learners;
    private final Enrolments enrolments;
    private final Groups groups;
    private final LearnerRecords records;
    private final CurrentActor current;

    LearnersController(
            Learners learners, Enrolments enrolments, Groups groups, LearnerRecords records, CurrentActor current) {
        this.records = records;
        this.learners = learners;
        this.enrolments = enrolments;
        this.groups = groups;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "Learners the caller may see, by last name; q: part of a name, e-mail or external identifier")
    PageOf<TrainingJson.Learner> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        int number = ListParameters.page(page);
        int length = ListParameters.size(size);
        UUID inGroup = ListParameters.id("group", group);
        VisibilityFilter visible = VisibilityFilter.to(current.get());
        UUID self = visible.learner();
        PageOf<LearnerInfo> found = self == null
                ? learners.search(q, inGroup, visible.trainer(), number, length)
                : self(self, q, inGroup, number, length);
        return found.map(TrainingJson.Learner::of);
    }

    private PageOf<LearnerInfo> self(UUID id, @Nullable String q, @Nullable UUID group, int number, int length) {
        List<LearnerInfo> own = learners.find(id).stream()
                .filter(one -> q == null
                        || (one.name() + " " + one.lastName() + " " + one.firstName() + " " + one.email() + " "
                                        + one.externalId())
                                .toLowerCase(Locale.ROOT)
                                .contains(q.strip().toLowerCase(Locale.ROOT)))
                .filter(one -> group == null
                        || groups.everOf(id).stream().anyMatch(of -> of.id().equals(group)))
                .toList();
        return new PageOf<>(number == 0 ? own : List.of(), number, length, own.size());
    }

    @GetMapping("/{id}")
    @Guarded("learner")
    @Operation(summary = "One learner, with enrolments and fundings")
    TrainingJson.LearnerWithEnrolments one(@PathVariable UUID id) {
        return TrainingJson.LearnerWithEnrolments.of(learners.get(id), enrolments.ofLearner(id), keys(id));
    }

    private @Nullable LearnerKeys keys(UUID id) {
        Actor reader = current.get();
        return records.mayChange(reader, id) ? LearnerKeys.of(records.get(id)) : null;
    }
}
