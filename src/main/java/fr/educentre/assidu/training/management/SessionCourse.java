package fr.educentre.assidu.training.management;

import com.fasterxml.jackson.annotation.JsonAlias;
import fr.educentre.assidu.shell.ReferencedId;
import jakarta.validation.constraints.NotNull;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Who is taught what by whom.
 *
 * @param siteId the group's own unless another is given
 * @param coTrainerIds those who teach beside the trainer
 */
public record SessionCourse(
        @NotNull @JsonAlias("group") @JsonDeserialize(using = ReferencedId.class)
        UUID groupId,

        @JsonAlias("module") @JsonDeserialize(using = ReferencedId.class) @Nullable
        UUID moduleId,

        @JsonAlias("site") @JsonDeserialize(using = ReferencedId.class) @Nullable
        UUID siteId,

        @NotNull @JsonAlias("trainer") @JsonDeserialize(using = ReferencedId.class)
        UUID trainerId,

        @JsonAlias("coTrainers") @JsonDeserialize(contentUsing = ReferencedId.class)
        List<UUID> coTrainerIds) {

    public SessionCourse(
            UUID groupId,
            @Nullable UUID moduleId,
            @Nullable UUID siteId,
            UUID trainerId,
            @Nullable List<UUID> coTrainerIds) {
        this.groupId = groupId;
        this.moduleId = moduleId;
        this.siteId = siteId;
        this.trainerId = trainerId;
        // In no order of their own: the same people are the same.
        this.coTrainerIds = Objects.requireNonNullElse(coTrainerIds, List.<UUID>of()).stream()
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
    }
}
