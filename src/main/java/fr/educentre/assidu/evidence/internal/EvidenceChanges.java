package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.Evidences.EvidenceRecorded;
import fr.educentre.assidu.evidence.Evidences.MatchesDecided;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.commons.collections4.ListUtils;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Says in which sessions a decision of people changed whose the traces are. */
@Component
class EvidenceChanges {

    /** Sessions named at once: those who decide them take no more together. */
    private static final int SLICE = 50;

    private final MeetingTraces meetings;
    private final ApplicationEventPublisher events;

    EvidenceChanges(MeetingTraces meetings, ApplicationEventPublisher events) {
        this.meetings = meetings;
        this.events = events;
    }

    /** In slices; of no session, nothing is said. */
    void publish(Set<UUID> sessionIds, Set<UUID> learnerIds) {
        List<UUID> touched = new ArrayList<>(new TreeSet<>(sessionIds));
        for (List<UUID> some : ListUtils.partition(touched, SLICE)) {
            events.publishEvent(new EvidenceRecorded(meetings.touched(Set.copyOf(some)), learnerIds));
        }
        if (!touched.isEmpty()) {
            events.publishEvent(new MatchesDecided(learnerIds));
        }
    }
}
