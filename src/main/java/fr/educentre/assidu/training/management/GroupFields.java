package fr.educentre.assidu.training.management;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.persistence.Embeddable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is said of a group. */
@Embeddable
public record GroupFields(
        @NotBlank @Size(max = 40) String code,
        @NotBlank @Size(max = 200) String name,
        @NotNull UUID programmeId,
        @NotNull UUID siteId,
        @Nullable UUID referentId,
        @Valid @JsonUnwrapped CourseDays days) {

    public GroupFields {
        code = WrittenText.line(code);
        name = WrittenText.line(name);
    }
}
