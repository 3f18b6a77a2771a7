package fr.educentre.assidu.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who reads what an absence has to do with somebody's health: quality managers and referents, and learners of themselves. The
 * one place that decides it, for screens, calls and tasks; what leaves by mail, is kept in the journal or is printed is read
 * by others too, and is said as to them (GDPR, article 9).
 */
@Component
public class HealthPrivacy {

    private final CurrentActor current;

    HealthPrivacy(CurrentActor current) {
        this.current = current;
    }

    /** Whether the person of this request or screen reads it of that learner; nobody does in work of the background. */
    public boolean mayRead(UUID learnerId) {
        return mayRead(current.find().orElse(null), learnerId);
    }

    /** @param reader null for the system and for visitors */
    public static boolean mayRead(@Nullable Actor reader, UUID learnerId) {
        return reader != null
                && (reader.is(Role.QUALITY_MANAGER, Role.REFERENT)
                        || reader.is(Role.LEARNER) && learnerId.equals(reader.personId()));
    }
}
