package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.evidence.Deliveries.Delivery;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.Evidences.Participant;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.sources.core.DeliveryTranslation;
import fr.educentre.assidu.sources.core.DeliveryTranslator;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Change notifications and reports as traces. Of a notification some of whose items cannot be placed, the others are
 * recorded all the same; it stays visible until all are.
 */
@Component
class TeamsTranslator implements DeliveryTranslator {

    private final ChangeNotificationParser notices;
    private final TeamsSessionQueries meetings;
    private final SubscriptionStore subscriptions;
    private final TeamsReportTranslator reports;
    private final TeamsCompletionPolicy ends;
    private final ChangeNotificationJobs jobs;
    private final Evidences evidences;

    TeamsTranslator(
            ChangeNotificationParser notices,
            TeamsSessionQueries meetings,
            SubscriptionStore subscriptions,
            TeamsReportTranslator reports,
            TeamsCompletionPolicy ends,
            ChangeNotificationJobs jobs,
            Evidences evidences) {
        this.notices = notices;
        this.meetings = meetings;
        this.subscriptions = subscriptions;
        this.reports = reports;
        this.ends = ends;
        this.jobs = jobs;
        this.evidences = evidences;
    }

    @Override
    public String connector() {
        return TeamsSettings.CONNECTOR;
    }

    @Override
    public DeliveryTranslation translate(Delivery delivery) {
        if (TeamsReportTranslator.isReport(delivery)) {
            return reports.translate(delivery);
        }
        List<ChangeNotification> items = notices.read(delivery.bytes());
        if (items.isEmpty()) {
            return new DeliveryTranslation.NotUnderstood(text("problem.noContent"));
        }
        var told = new Outcome();
        for (ChangeNotification item : items) {
            subscriptions.seen(item.origin().subscriptionId());
            read(item, delivery.id(), told);
        }
        if (!told.problems.isEmpty()) {
            evidences.record(told.traces);
            return new DeliveryTranslation.NotUnderstood(Wording.all(told.problems));
        }
        return told.traces.isEmpty()
                ? new DeliveryTranslation.Nothing(Wording.all(told.nothing))
                : new DeliveryTranslation.Traces(told.traces, told.complete);
    }

    /** What the items of one notification came to. */
    private static final class Outcome {
        private final List<NewTrace> traces = new ArrayList<>();
        private final Set<UUID> complete = new LinkedHashSet<>();
        private final Set<Wording> problems = new LinkedHashSet<>();
        private final Set<Wording> nothing = new LinkedHashSet<>();
    }

    private void read(ChangeNotification item, UUID delivery, Outcome told) {
        switch (item) {
            case ChangeNotification.Roster roster -> roster(roster, delivery, told);
            case ChangeNotification.Ended ended -> ended(ended, delivery, told);
            case ChangeNotification.Started started -> told.nothing.add(text("outcome.started"));
            case ChangeNotification.ReportReady ready -> {
                jobs.fetch(ready);
                told.nothing.add(text("outcome.reportReady"));
            }
            case ChangeNotification.Lifecycle lifecycle -> {
                jobs.lifecycle(lifecycle);
                told.nothing.add(text("outcome.lifecycle", lifecycle.event()));
            }
            case ChangeNotification.Unreadable unreadable -> told.problems.add(text("problem." + unreadable.problem()));
        }
    }

    private void roster(ChangeNotification.Roster roster, UUID delivery, Outcome told) {
        MeetingReference meeting = meeting(roster.origin());
        Optional<SessionInfo> arriving = meetings.arrival(meeting, roster.at());
        Optional<SessionInfo> leaving = meetings.departure(meeting, roster.at());
        if (arriving.isEmpty() || leaving.isEmpty()) {
            told.problems.add(text("problem.noSession", meeting.shown(), roster.at()));
            return;
        }
        if (roster.joined().isEmpty() && roster.left().isEmpty()) {
            told.nothing.add(text("outcome.nobody"));
        }
        events(TraceKind.JOINED, roster, roster.joined(), arriving.get(), delivery, told);
        events(TraceKind.LEFT, roster, roster.left(), leaving.get(), delivery, told);
    }

    private void events(
            TraceKind kind,
            ChangeNotification.Roster roster,
            List<ChangeNotification.Participant> people,
            SessionInfo session,
            UUID delivery,
            Outcome told) {
        Map<String, Participant> known = known(session, people);
        String occurrence = occurrence(roster.origin(), session);
        for (ChangeNotification.Participant one : people) {
            told.traces.add(TeamsEvidenceFactory.event(
                    kind, session, occurrence, one, known.get(one.person().key()), roster.at(), delivery));
        }
    }

    /** A notification has no address: participants whom a report or a person identified before are reused. */
    private Map<String, Participant> known(SessionInfo session, List<ChangeNotification.Participant> people) {
        List<String> keys = people.stream()
                .map(ChangeNotification.Participant::person)
                .filter(person -> person.entraId() != null)
                .map(TeamsParticipant::key)
                .toList();
        Map<String, Participant> known = new HashMap<>();
        evidences.participants(session.id(), EvidenceSource.TEAMS, keys).stream()
                .filter(one -> one.learnerId() != null)
                .forEach(one -> known.put(one.personKey(), one));
        return known;
    }

    private void ended(ChangeNotification.Ended ended, UUID delivery, Outcome told) {
        MeetingReference meeting = meeting(ended.origin());
        Instant at = ended.at();
        Optional<SessionInfo> session = meetings.departure(meeting, at);
        if (session.isEmpty()) {
            told.problems.add(text("problem.noSession", meeting.shown(), at));
            return;
        }
        told.traces.add(
                TeamsEvidenceFactory.ended(session.get(), occurrence(ended.origin(), session.get()), at, delivery));
        told.complete.addAll(ends.ended(session.get(), at));
        jobs.reportOf(session.get(), at);
    }

    /** The meeting that the subscription was made for, else the one that the notification names. */
    private MeetingReference meeting(ChangeNotification.Origin origin) {
        return subscriptions
                .meetingOf(origin.subscriptionId())
                .map(key -> new MeetingReference(
                        Stream.concat(Stream.of(key), origin.meeting().ids().stream())
                                .collect(java.util.stream.Collectors.toSet()),
                        origin.meeting().urls()))
                .orElse(origin.meeting());
    }

    private static String occurrence(ChangeNotification.Origin origin, SessionInfo session) {
        return origin.call() != null
                ? origin.call()
                : Objects.requireNonNull(session.meeting()).id();
    }

    private static Wording text(String key, Object... arguments) {
        return Wording.of("connectors.teams." + key, arguments);
    }
}
