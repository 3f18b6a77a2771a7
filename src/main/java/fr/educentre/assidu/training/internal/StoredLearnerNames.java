package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.workflow.LearnerNames;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Learners as the monitor of processes calls them. */
@Component
class StoredLearnerNames implements LearnerNames {

    private final Learners learners;

    StoredLearnerNames(Learners learners) {
        this.learners = learners;
    }

    @Override
    public Map<UUID, String> of(Collection<UUID> learnerIds) {
        return learners.byIds(learnerIds).values().stream()
                .collect(Collectors.toMap(LearnerInfo::id, LearnerInfo::name));
    }
}
