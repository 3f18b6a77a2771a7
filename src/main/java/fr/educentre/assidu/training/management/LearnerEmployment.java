package fr.educentre.assidu.training.management;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who employs and accompanies the learner. */
@Embeddable
public record LearnerEmployment(
        @Nullable UUID employerId, @Nullable UUID tutorId, Boolean apprenticeship) {

    public LearnerEmployment {
        apprenticeship = Boolean.TRUE.equals(apprenticeship);
    }
}
