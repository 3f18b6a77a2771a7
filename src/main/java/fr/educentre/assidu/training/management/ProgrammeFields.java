package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.WrittenText;
import fr.educentre.assidu.training.NatureOfAction;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/**
 * What is said of a programme.
 *
 * @param plannedMinutes of the whole
 * @param retired no longer offered where a programme is chosen
 */
@Embeddable
public record ProgrammeFields(
        @NotBlank @Size(max = 40) String code,
        @NotBlank @Size(max = 300) String title,
        @NotNull @Enumerated(EnumType.STRING) NatureOfAction nature,
        @NotNull @PositiveOrZero @Max(600_000) Integer plannedMinutes,
        Boolean retired) {

    public ProgrammeFields {
        retired = Boolean.TRUE.equals(retired);
        code = WrittenText.line(code);
        title = WrittenText.line(title);
    }
}
