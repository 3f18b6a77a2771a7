package fr.educentre.assidu.training.management;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A learner, and who answers for a minor. */
public record LearnerContent(
        @Valid @JsonUnwrapped LearnerFields fields, @Valid List<RelatedPersonContent> guardians) {

    public LearnerContent(LearnerFields fields, @Nullable List<RelatedPersonContent> guardians) {
        this.fields = fields;
        this.guardians = List.copyOf(Objects.requireNonNullElse(guardians, List.of()));
    }
}
