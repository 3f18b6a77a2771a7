package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.HealthPrivacy;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.justification.AbsentPeople;
import fr.educentre.assidu.shell.ContentChecks;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.LearnerPhones;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is missing, and the register of calls to them, within what the reader has to do with. */
@Service
@AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER})
class StoredAbsentPeople implements AbsentPeople {

    private static final ZoneId DAYS = ZoneId.of("Europe/Paris");

    private final AbsentPeopleQueries queries;
    private final AbsenceCallStore calls;
    private final LearnerPhones phones;
    private final ContentChecks checks;
    private final Ownership ownership;
    private final CurrentActor current;
    private final ActorJournal journal;
    private final Clock clock;

    StoredAbsentPeople(
            AbsentPeopleQueries queries,
            AbsenceCallStore calls,
            LearnerPhones phones,
            ContentChecks checks,
            Ownership ownership,
            CurrentActor current,
            ActorJournal journal,
            Clock clock) {
        this.queries = queries;
        this.calls = calls;
        this.phones = phones;
        this.checks = checks;
        this.ownership = ownership;
        this.current = current;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<AbsentPerson> on(LocalDate day, @Nullable UUID groupId) {
        Actor actor = current.get();
        if (groupId != null) {
            ownership.requireGroup(actor, groupId);
        }
        List<AbsentPeopleQueries.Found> found = queries.missing(AbsentPeopleQueries.Scope.of(actor, groupId), day);
        List<UUID> learners =
                found.stream().map(one -> one.half().learnerId()).distinct().toList();
        if (learners.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<LearnerPhones.Phone>> numbers = phones.of(learners, day);
        var answers = queries.answers(learners, day);
        var mails = queries.mails(learners, day);
        var made = calls.on(day, learners);
        List<AbsentPerson> people = new ArrayList<>();
        for (AbsentPeopleQueries.Found one : found) {
            var half = one.half();
            people.add(new AbsentPerson(
                    half.learnerId(),
                    one.name(),
                    half.halfDay(),
                    one.missed(),
                    answers.get(half),
                    mails.getOrDefault(half, List.of()),
                    numbers.getOrDefault(half.learnerId(), List.of()),
                    readable(actor, half.learnerId(), made.getOrDefault(half, List.of()))));
        }
        return people;
    }

    /** A note may say why somebody is absent. */
    private static List<Call> readable(Actor reader, UUID learnerId, List<Call> made) {
        return HealthPrivacy.mayRead(reader, learnerId)
                ? made
                : made.stream()
                        .map(call -> new Call(call.id(), call.outcome(), "", call.at(), call.by()))
                        .toList();
    }

    @Override
    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    public void record(UUID callId, UUID learnerId, NewCall call) {
        Actor actor = current.get();
        requireFollowed(actor, learnerId);
        check(call);
        String note = Objects.requireNonNullElse(call.note(), "").strip();
        boolean added = calls.add(
                new AbsentPeopleQueries.Half(learnerId, call.halfDay()),
                call.day(),
                new Call(callId, call.outcome(), note, clock.instant(), actor.displayName()),
                actor.username());
        if (added) {
            journal.record(JournalRecord.of("absence.called", "learner", learnerId.toString())
                    .learner(learnerId)
                    // Not the note: it may say why somebody is absent, and the register alone keeps that.
                    .after(Map.of(
                            "halfDay",
                            call.day() + "/" + call.halfDay(),
                            "outcome",
                            call.outcome().name())));
        }
    }

    private void check(NewCall call) {
        List<FieldProblem> problems = new ArrayList<>(checks.problems(call));
        // In some zones of the centre it is tomorrow already.
        LocalDate tomorrow = LocalDate.now(clock.withZone(DAYS)).plusDays(1);
        if (problems.isEmpty() && call.day().isAfter(tomorrow)) {
            problems.add(new FieldProblem("day", "check.absenceCall.future"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidContent(problems);
        }
    }

    @Override
    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    public void takeBack(UUID learnerId, UUID callId) {
        Actor actor = current.get();
        requireFollowed(actor, learnerId);
        String author = calls.authorOf(learnerId, callId).orElseThrow(() -> Refusal.notFound("absenceCall"));
        if (!author.equals(actor.username()) && !actor.is(Role.QUALITY_MANAGER)) {
            throw Refusal.notYours();
        }
        if (calls.withdraw(callId, clock.instant(), actor.displayName())) {
            journal.record(JournalRecord.of("absence.callTakenBack", "learner", learnerId.toString())
                    .learner(learnerId)
                    .before(Map.of("call", callId.toString())));
        }
    }

    /** A referent those of their groups. */
    private void requireFollowed(Actor actor, UUID learnerId) {
        ownership.requireLearner(actor, learnerId);
        if (actor.is(Role.REFERENT) && !queries.follows(actor.personId(), learnerId)) {
            throw Refusal.notYours();
        }
    }
}
