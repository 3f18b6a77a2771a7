package fr.educentre.assidu.workflow;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.shell.PageOf;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tasks that wait for a person: theirs by name ({@code person:<personId>}) or by role ({@code role:<ROLE>}). */
public interface TaskList {

    PageOf<TaskView> of(Actor actor, TaskFilter filter, int page, int size);

    long countOf(Actor actor, TaskFilter filter);

    /** The kinds of task that there are, by their names in the reader's language. */
    List<KindView> kinds();

    /** What waits for a person. */
    default PageOf<TaskView> of(Actor actor, int page, int size) {
        return of(actor, TaskFilter.FREE, page, size);
    }

    /** How many wait for a person. */
    default long countOf(Actor actor) {
        return countOf(actor, TaskFilter.FREE);
    }

    TaskView get(Actor actor, String taskId);

    /**
     * Carries out the decision. Refused NOT_FOUND, NOT_YOURS, CONFLICT when it is in a colleague's hands, then INVALID when the
     * kind does not offer it.
     */
    void complete(Actor actor, String taskId, TaskKind.Decision decision, String comment);

    /** A kind of task. */
    record KindView(String key, String name) {}

    record TaskView(
            String id,
            String kind,
            String title,
            @JsonUnwrapped TaskDates dates,
            @JsonUnwrapped TaskHolder holder,
            @JsonUnwrapped TaskSubject about,
            Map<String, String> facts,
            Set<TaskKind.Decision> decisions) {

        /** Since when, until when. */
        public record TaskDates(Instant createdAt, Instant dueAt) {}

        /**
         * Whose hands it is in.
         *
         * @param assignee user name, null while it waits for whoever takes it
         * @param assigneeName as people read it
         */
        public record TaskHolder(
                @Nullable String assignee, @Nullable String assigneeName) {

            public static final TaskHolder NOBODY = new TaskHolder(null, null);
        }

        /** What it is about. */
        public record TaskSubject(
                @Nullable UUID learnerId, @Nullable UUID justificationId) {}
    }
}
