package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Begins the process of a relaunch, whoever asked for it. */
@Component
class RelaunchBeginning {

    private final RelaunchRepository relaunches;
    private final RuntimeService processes;
    private final Sessions sessions;
    private final Recipients recipients;
    private final Clock clock;

    RelaunchBeginning(
            RelaunchRepository relaunches,
            RuntimeService processes,
            Sessions sessions,
            Recipients recipients,
            Clock clock) {
        this.relaunches = relaunches;
        this.processes = processes;
        this.sessions = sessions;
        this.recipients = recipients;
        this.clock = clock;
    }

    /**
     * What a relaunch is about.
     *
     * @param missed the sessions behind the alert
     * @param workingDays before the second mail; 0 for one mail alone
     */
    record About(UUID alert, UUID learner, String template, int workingDays, Collection<UUID> missed) {}

    /** The same words once more would tell the learner nothing. */
    boolean saysTheSame(UUID learner, String template) {
        return relaunches.open(List.of(learner)).stream()
                .anyMatch(one -> one.templateKey().equals(template));
    }

    Relaunch begin(About about) {
        Instant missedUntil = sessions.byIds(about.missed()).values().stream()
                .map(SessionInfo::startsAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
        Relaunch relaunch = relaunches.saveAndFlush(
                new Relaunch(about.alert(), about.learner(), about.template(), missedUntil, clock.instant()));
        processes.startProcessInstanceByKey(
                RelaunchStarter.PROCESS,
                RelaunchStarter.key(about.alert()),
                Map.of(
                        "relaunchId", relaunch.id().toString(),
                        "alertId", about.alert().toString(),
                        "learnerId", about.learner().toString(),
                        "workingDays", String.valueOf(about.workingDays()),
                        "referentGroups", recipients.referentGroups(about.learner())));
        return relaunch;
    }
}
