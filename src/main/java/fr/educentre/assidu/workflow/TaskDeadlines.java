package fr.educentre.assidu.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Implemented by the module that knows on which days people work: until when a task is to be done. */
public interface TaskDeadlines {

    /**
     * The end of the working day on which a delay runs out.
     *
     * @param learnerId whom the task is about: the days are those of their site; null where it is about nobody
     */
    Instant after(Instant from, int workingDays, @Nullable UUID learnerId);
}
