package fr.educentre.assidu.alerts.internal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.educentre.assidu.workflow.DurableJobType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which learners a job evaluates. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Evaluation.OfSession.class, name = "session"),
    @JsonSubTypes.Type(value = Evaluation.OfLearner.class, name = "learner"),
    @JsonSubTypes.Type(value = Evaluation.OfGroups.class, name = "groups"),
    @JsonSubTypes.Type(value = Evaluation.WithoutGroup.class, name = "withoutGroup")
})
sealed interface Evaluation {

    DurableJobType<Evaluation> TYPE = DurableJobType.of("alerts.evaluate", Evaluation.class, Evaluation::key)
            .readingEarlier(Evaluation::earlier);

    String key();

    record OfSession(UUID session) implements Evaluation {
        @Override
        public String key() {
            return "session:" + session;
        }
    }

    /** @param at when it is due; null for what changed now */
    record OfLearner(UUID learner, @Nullable Instant at) implements Evaluation {
        @Override
        public String key() {
            return "learner:" + learner + (at == null ? "" : "@" + at);
        }
    }

    /**
     * Learners of the groups after one, up to another, whom the clock concerns.
     *
     * @param after null from the first group on
     */
    record OfGroups(@Nullable UUID after, UUID last) implements Evaluation {
        @Override
        public String key() {
            return "due:" + (after == null ? "" : after) + ":" + last;
        }
    }

    /** Learners of no group whom the clock concerns. */
    record WithoutGroup() implements Evaluation {
        @Override
        public String key() {
            return "due:without group";
        }
    }

    private static Evaluation earlier(String key, String text) {
        String what = key.substring(key.indexOf(':') + 1);
        if (key.startsWith("session:")) {
            return new OfSession(UUID.fromString(what));
        }
        if (key.startsWith("learner:")) {
            int at = what.indexOf('@');
            return at < 0
                    ? new OfLearner(UUID.fromString(what), null)
                    : new OfLearner(UUID.fromString(what.substring(0, at)), Instant.parse(what.substring(at + 1)));
        }
        if (what.equals("without group")) {
            return new WithoutGroup();
        }
        int between = what.indexOf(':');
        return new OfGroups(
                between == 0 ? null : UUID.fromString(what.substring(0, between)),
                UUID.fromString(what.substring(between + 1)));
    }
}
