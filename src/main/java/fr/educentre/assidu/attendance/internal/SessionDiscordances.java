package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.Attendance.Discordance;
import fr.educentre.assidu.rules.PresenceRules;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where the traces of a session contradict each other, by learner, as they are now. */
@Component
class SessionDiscordances {

    private final AttendanceFactsLoader gathering;
    private final PresenceRules rules;
    private final Clock clock;

    SessionDiscordances(AttendanceFactsLoader gathering, PresenceRules rules, Clock clock) {
        this.gathering = gathering;
        this.rules = rules;
        this.clock = clock;
    }

    Map<UUID, Set<Discordance>> of(UUID sessionId) {
        Instant now = clock.instant();
        Map<UUID, Set<Discordance>> found = new HashMap<>();
        for (AttendanceFactsLoader.Situation situation : gathering
                .of(List.of(sessionId), session -> now, rules.inForce())
                .situations()) {
            Set<Discordance> some = Discordances.of(situation, situation.traced());
            if (!some.isEmpty()) {
                found.put(situation.learnerId(), some);
            }
        }
        return found;
    }
}
