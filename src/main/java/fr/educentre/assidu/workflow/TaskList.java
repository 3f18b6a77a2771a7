package fr.educentre.assidu.workflow;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.shell.PageOf;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tasks that wait for a person: theirs by name ({@code person:<personId>}) or by role ({@code role:<ROLE>}). */
public interface TaskList {

    PageOf<TaskView> of(Actor actor, int page, int size);

    long countOf(Actor actor);

    TaskView get(Actor actor, String taskId);

    /** Carries out the decision. Refused NOT_FOUND, NOT_YOURS, then INVALID when the kind does not offer it. */
    void complete(Actor actor, String taskId, TaskKind.Decision decision, String comment);

    record TaskView(
            String id,
            String kind,
            String title,
            @JsonUnwrapped TaskDates dates,
            @Nullable UUID learnerId,
            Map<String, String> facts,
            @Nullable UUID justificationId,
            Set<TaskKind.Decision> decisions) {

        /** Since when, until when. */
        public record TaskDates(Instant createdAt, @Nullable Instant dueAt) {}
    }
}
