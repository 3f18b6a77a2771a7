package fr.educentre.assidu.training.management;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who employs learners.
 *
 * @param contacts the first is written to first
 */
public record EmployerContent(
        @Valid @JsonUnwrapped EmployerFields fields,
        @Valid List<EmployerContact> contacts,
        @Valid List<RelatedPersonContent> tutors) {

    public EmployerContent(
            EmployerFields fields,
            @Nullable List<EmployerContact> contacts,
            @Nullable List<RelatedPersonContent> tutors) {
        this.fields = fields;
        this.contacts = List.copyOf(Objects.requireNonNullElse(contacts, List.of()));
        this.tutors = List.copyOf(Objects.requireNonNullElse(tutors, List.of()));
    }
}
