package fr.educentre.assidu.training.management;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Who follows what, with whom. */
@Embeddable
public record FollowedCourse(
        @NotNull UUID learnerId,
        @NotNull UUID programmeId,
        @NotNull UUID groupId) {}
