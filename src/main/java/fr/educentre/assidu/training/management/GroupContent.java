package fr.educentre.assidu.training.management;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Learners who follow a programme together. */
public record GroupContent(
        @Valid @JsonUnwrapped GroupFields fields, @Valid List<CompanyPeriod> companyPeriods) {

    public GroupContent(GroupFields fields, @Nullable List<CompanyPeriod> companyPeriods) {
        this.fields = fields;
        this.companyPeriods = List.copyOf(Objects.requireNonNullElse(companyPeriods, List.of()));
    }
}
