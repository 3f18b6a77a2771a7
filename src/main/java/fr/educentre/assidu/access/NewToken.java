package fr.educentre.assidu.access;

import fr.educentre.assidu.shell.SensibleDay;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A token that somebody asks for.
 *
 * @param name says what it is for
 * @param validUntil its last day, in the centre's zone; a year where none is given
 */
public record NewToken(
        @NotBlank @Size(max = 100) String name,
        @NotNull TokenScope scope,
        @SensibleDay @Nullable LocalDate validUntil) {

    public NewToken {
        name = WrittenText.line(name);
    }
}
