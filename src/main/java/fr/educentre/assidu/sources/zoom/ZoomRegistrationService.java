package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.sources.ZoomRegistrations;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.core.RetryPolicy;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each learner expected becomes a registrant of the meeting, once. */
@Service
class ZoomRegistrationService implements ZoomRegistrations, DurableJobHandler<ZoomRegistrationService.Unregistered> {

    private static final DurableJobType<Unregistered> TYPE = DurableJobType.of(
                    "zoom.register", Unregistered.class, rest -> rest.session().toString())
            .readingEarlier((key, text) -> new Unregistered(UUID.fromString(key)));
    private static final RetryPolicy RETRIES = RetryPolicy.whenAsked();

    private final JsonMapper json = JsonMapper.builder().build();
    private final ZoomMeetings meetings;
    private final Sessions sessions;
    private final ZoomClient api;
    private final ZoomRegistrantStore registrants;
    private final DurableJobs jobs;
    private final ActorJournal journal;
    private final CurrentActor actor;
    private final Clock clock;

    ZoomRegistrationService(
            ZoomMeetings meetings,
            Sessions sessions,
            ZoomClient api,
            ZoomRegistrantStore registrants,
            DurableJobs jobs,
            ActorJournal journal,
            CurrentActor actor,
            Clock clock) {
        this.meetings = meetings;
        this.sessions = sessions;
        this.api = api;
        this.registrants = registrants;
        this.jobs = jobs;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER, Role.REFERENT, Role.LEARNER})
    public List<Registration> of(UUID sessionId) {
        SessionInfo session = meetings.session(sessionId);
        UUID onlySelf = actor.find()
                .filter(person -> person.is(Role.LEARNER))
                .map(person -> person.personId() == null ? new UUID(0, 0) : person.personId())
                .orElse(null);
        return listed(session).stream()
                .filter(one -> onlySelf == null || onlySelf.equals(one.learnerId()))
                .toList();
    }

    @Override
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    public List<Registration> register(UUID sessionId) {
        SessionInfo session = meetings.session(sessionId);
        registerAll(session).ifPresent(stopped -> {
            if (!planned(session, stopped)) {
                throw ZoomMeetings.refusal(stopped);
            }
        });
        return listed(session);
    }

    /** Learners of the session who are not registered yet, as Zoom had asked to wait. */
    record Unregistered(UUID session) {}

    @Override
    public void run(Unregistered rest) {
        sessions.find(rest.session())
                .filter(session -> ZoomMeetings.number(session).isPresent())
                .ifPresent(session -> registerAll(session).ifPresent(stopped -> planned(session, stopped)));
    }

    @Override
    public DurableJobType<Unregistered> type() {
        return TYPE;
    }

    private boolean planned(SessionInfo session, RemoteFailure stopped) {
        Optional<RetryPolicy.Retry> retry = RETRIES.next(stopped, 0);
        retry.ifPresent(one -> jobs.submitAt(
                TYPE, new Unregistered(session.id()), clock.instant().plus(one.delay())));
        return retry.isPresent();
    }

    private List<Registration> listed(SessionInfo session) {
        Map<UUID, ZoomRegistrantStore.StoredRegistrant> known =
                ZoomMeetings.number(session).map(registrants::of).orElse(Map.of());
        return sessions.expected(session.id()).stream()
                .map(ExpectedLearner::learner)
                .map(learner -> registration(learner, known.get(learner.id())))
                .toList();
    }

    private static Registration registration(LearnerInfo learner, ZoomRegistrantStore.@Nullable StoredRegistrant kept) {
        if (kept != null) {
            return new Registration(
                    learner.id(), learner.name(), State.REGISTERED, kept.joinUrl(), kept.registeredAt());
        }
        State state = learner.email() == null ? State.NO_EMAIL : State.NOT_REGISTERED;
        return new Registration(learner.id(), learner.name(), state, null, null);
    }

    /** Empty when all are; else what stopped it: those before are registered for good. */
    private Optional<RemoteFailure> registerAll(SessionInfo session) {
        String number = ZoomMeetings.required(session);
        Map<UUID, ZoomRegistrantStore.StoredRegistrant> known = registrants.of(number);
        for (ExpectedLearner expected : sessions.expected(session.id())) {
            LearnerInfo learner = expected.learner();
            if (learner.email() != null && !known.containsKey(learner.id())) {
                RemoteResult<ZoomRegistrantStore.StoredRegistrant> result =
                        api.register(number, body(learner, learner.email())).then(answer -> read(learner.id(), answer));
                switch (result) {
                    case RemoteResult.Failure<ZoomRegistrantStore.StoredRegistrant>(RemoteFailure why) -> {
                        return Optional.of(why);
                    }
                    case RemoteResult.Success<ZoomRegistrantStore.StoredRegistrant> registered -> {
                        registrants.keep(number, registered.value());
                        tell(session, learner);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private byte[] body(LearnerInfo learner, String email) {
        return json.writeValueAsBytes(Map.of(
                "email",
                email,
                "first_name",
                learner.firstName(),
                "last_name",
                learner.lastName(),
                "auto_approve",
                true));
    }

    private RemoteResult<ZoomRegistrantStore.StoredRegistrant> read(UUID learnerId, JsonNode answer) {
        String id = ZoomProtocol.JSON.text(answer, "registrant_id");
        JsonNode url = answer.path("join_url");
        return id == null || !url.isString() || !url.stringValue().startsWith("https://")
                ? RemoteResult.failure(new RemoteFailure.Unreadable("JSON"))
                : new RemoteResult.Success<>(
                        new ZoomRegistrantStore.StoredRegistrant(learnerId, id, url.stringValue(), clock.instant()),
                        new byte[0]);
    }

    private void tell(SessionInfo session, LearnerInfo learner) {
        journal.record(
                JournalRecord.of("zoom.registered", "session", session.id().toString())
                        .learner(learner.id()));
    }
}
