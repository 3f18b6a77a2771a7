package fr.educentre.assidu.attendance.internal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.educentre.assidu.workflow.DurableJobType;
import java.util.Set;
import java.util.UUID;

/** What a job decides. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DecisionDue.OfSession.class, name = "session"),
    @JsonSubTypes.Type(value = DecisionDue.OfOnlineSessions.class, name = "online")
})
sealed interface DecisionDue {

    DurableJobType<DecisionDue> TYPE = DurableJobType.of("attendance.decide", DecisionDue.class, DecisionDue::key);

    String key();

    record OfSession(UUID session) implements DecisionDue {
        @Override
        public String key() {
            return "session:" + session;
        }
    }

    /**
     * What learners did on the platform, at no session in particular: for their sessions on line.
     *
     * @param id of the job: what two of them are about is never the same
     */
    record OfOnlineSessions(UUID id, Set<UUID> learners) implements DecisionDue {
        @Override
        public String key() {
            return "online:" + id;
        }
    }
}
