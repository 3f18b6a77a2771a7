package fr.educentre.assidu.progress.internal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.educentre.assidu.training.TimeSlot;
import fr.educentre.assidu.workflow.DurableJobType;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Whose connection time and results a job counts again. Two jobs are never about the same: each has its id. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CountingDue.Around.class, name = "around"),
    @JsonSubTypes.Type(value = CountingDue.Afresh.class, name = "afresh")
})
sealed interface CountingDue {

    DurableJobType<CountingDue> TYPE = DurableJobType.of(
            "progress.count", CountingDue.class, due -> due.id().toString());

    UUID id();

    /** @param fresh by learner, the time around which there is something new */
    record Around(UUID id, Map<UUID, TimeSlot> fresh) implements CountingDue {}

    /** What was counted may be too much: all is counted again. */
    record Afresh(UUID id, Set<UUID> learners) implements CountingDue {}
}
