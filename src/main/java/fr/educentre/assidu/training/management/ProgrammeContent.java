package fr.educentre.assidu.training.management;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is taught (action de formation).
 *
 * @param modules in their order
 */
public record ProgrammeContent(
        @Valid @JsonUnwrapped ProgrammeFields fields, @Valid List<ModuleContent> modules) {

    public ProgrammeContent(ProgrammeFields fields, @Nullable List<ModuleContent> modules) {
        this.fields = fields;
        this.modules = List.copyOf(Objects.requireNonNullElse(modules, List.of()));
    }
}
