package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.WrittenText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a programme.
 *
 * @param id null for a new one
 * @param activityIds xAPI object ids of what is done in it
 */
public record ModuleContent(
        @Nullable UUID id,
        @NotBlank @Size(max = 40) String code,
        @NotBlank @Size(max = 200) String title,
        @NotNull @PositiveOrZero @Max(600_000) Integer plannedMinutes,
        List<@NotBlank @Size(max = 1000) String> activityIds) {

    public ModuleContent(
            @Nullable UUID id, String code, String title, Integer plannedMinutes, @Nullable List<String> activityIds) {
        this.id = id;
        this.code = WrittenText.line(code);
        this.title = WrittenText.line(title);
        this.plannedMinutes = plannedMinutes;
        this.activityIds = Objects.requireNonNullElse(activityIds, List.<String>of()).stream()
                .map(WrittenText::line)
                .toList();
    }
}
