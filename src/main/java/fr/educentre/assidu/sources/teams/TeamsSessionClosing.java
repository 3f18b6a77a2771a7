package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.sources.core.SourceStateStore;
import fr.educentre.assidu.training.SessionInfo;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Says that Teams has no more to say of a session. */
@Component
class TeamsSessionClosing {

    private final TeamsCompletionPolicy ends;
    private final Evidences evidences;
    private final SourceStateStore states;
    private final ApplicationEventPublisher events;

    TeamsSessionClosing(
            TeamsCompletionPolicy ends,
            Evidences evidences,
            SourceStateStore states,
            ApplicationEventPublisher events) {
        this.ends = ends;
        this.evidences = evidences;
        this.states = states;
        this.events = events;
    }

    void complete(SessionInfo session) {
        events.publishEvent(new Evidences.SourceCompleted(session.id()));
    }

    /** Without a report, the notifications complete the session where one of them gave its end. */
    void withoutReport(SessionInfo session) {
        boolean told = evidences.ofSession(session.id()).stream()
                .filter(trace -> trace.origin().source() == EvidenceSource.TEAMS
                        && trace.origin().channel() == Channel.WEBHOOK)
                .anyMatch(trace -> trace.time().to() != null
                        && ends.reaches(session, trace.time().to()));
        if (told) {
            complete(session);
        } else {
            states.failed(
                    TeamsSettings.CONNECTOR,
                    Wording.of("connectors.teams.problem.noReport", session.title(), session.startsAt()));
        }
    }
}
