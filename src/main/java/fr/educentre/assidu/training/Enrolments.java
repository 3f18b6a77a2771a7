package fr.educentre.assidu.training;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Enrolments and their fundings, for other modules. */
public interface Enrolments {

    Optional<EnrolmentInfo> find(UUID id);

    /** @throws fr.educentre.assidu.shell.Refusal NOT_FOUND */
    EnrolmentInfo get(UUID id);

    Map<UUID, EnrolmentInfo> byIds(Collection<UUID> ids);

    List<EnrolmentInfo> ofLearner(UUID learnerId);

    Map<UUID, List<EnrolmentInfo>> ofLearners(Collection<UUID> learnerIds);
}
