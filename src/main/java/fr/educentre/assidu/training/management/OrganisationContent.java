package fr.educentre.assidu.training.management;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The training organisation and who may sign for it. */
public record OrganisationContent(
        @Valid @JsonUnwrapped OrganisationFields fields,
        @Valid List<Signatory> signatories) {

    public OrganisationContent(OrganisationFields fields, @Nullable List<Signatory> signatories) {
        this.fields = fields;
        this.signatories = List.copyOf(Objects.requireNonNullElse(signatories, List.of()));
    }
}
