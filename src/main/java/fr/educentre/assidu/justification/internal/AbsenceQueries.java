package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.shell.NameOrder;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Absences with where their justification stands; without a learner or group, those that wait. */
@Service
public class AbsenceQueries {

    private static final int MOST_OPEN = 2000;
    private static final UUID NOBODY = new UUID(0, 0);

    private final AbsenceCases cases;
    private final Sessions sessions;
    private final Learners learners;
    private final Groups groups;
    private final Ownership ownership;
    private final JdbcClient sql;

    AbsenceQueries(
            AbsenceCases cases,
            Sessions sessions,
            Learners learners,
            Groups groups,
            Ownership ownership,
            JdbcClient sql) {
        this.cases = cases;
        this.sessions = sessions;
        this.learners = learners;
        this.groups = groups;
        this.ownership = ownership;
        this.sql = sql;
    }

    /** By deadline. A bounded number of statements whatever the number of absences. */
    @Transactional(readOnly = true)
    public PageOf<Item> of(
            Actor actor,
            @Nullable JustificationState state,
            @Nullable UUID groupId,
            @Nullable UUID learnerId,
            int page,
            int size) {
        List<AbsenceCase> found = candidates(actor, groupId, learnerId)
                .filter(absence -> state == null || absence.state() == state)
                .sorted(Comparator.comparing(AbsenceCase::deadline).thenComparing(AbsenceCase::id))
                .toList();
        return page(found, page, size);
    }

    /** Those that wait, by name of the learner and then by deadline. As many statements. */
    @Transactional(readOnly = true)
    public PageOf<Item> byLearner(Actor actor, @Nullable JustificationState state, int page, int size) {
        List<AbsenceCase> found = candidates(actor, null, null)
                .filter(absence -> state == null || absence.state() == state)
                .toList();
        Map<UUID, LearnerInfo> people = learners.byIds(
                found.stream().map(AbsenceCase::learnerId).distinct().toList());
        List<AbsenceCase> inOrder = found.stream()
                .filter(absence -> people.containsKey(absence.learnerId()))
                .sorted(NameOrder.<AbsenceCase>by(absence -> Objects.requireNonNull(people.get(absence.learnerId()))
                                .lastName())
                        .thenComparing(NameOrder.by(absence -> Objects.requireNonNull(people.get(absence.learnerId()))
                                .firstName()))
                        .thenComparing(AbsenceCase::learnerId)
                        .thenComparing(AbsenceCase::deadline)
                        .thenComparing(AbsenceCase::id))
                .toList();
        return page(inOrder, page, size);
    }

    private PageOf<Item> page(List<AbsenceCase> found, int page, int size) {
        int from = (int) Math.min((long) page * size, found.size());
        List<AbsenceCase> shown = found.subList(from, Math.min(from + size, found.size()));
        Map<UUID, SessionInfo> slots = sessions.byIds(
                shown.stream().map(one -> one.missed().sessionId()).toList());
        Map<UUID, LearnerInfo> people =
                learners.byIds(shown.stream().map(AbsenceCase::learnerId).toList());
        List<Item> items = shown.stream()
                .filter(absence ->
                        slots.containsKey(absence.missed().sessionId()) && people.containsKey(absence.learnerId()))
                .map(absence -> new Item(
                        absence,
                        Objects.requireNonNull(slots.get(absence.missed().sessionId())),
                        java.util.Objects.requireNonNull(people.get(absence.learnerId()))))
                .toList();
        return new PageOf<>(items, page, size, found.size());
    }

    /** How many wait in that state, as far as the reader has to do with them. */
    @Transactional(readOnly = true)
    public long count(Actor actor, JustificationState state) {
        UUID trainer = actor.is(Role.TRAINER) ? Objects.requireNonNullElse(actor.personId(), NOBODY) : null;
        return sql.sql("""
                select count(*) from attendance_v_absence_case c
                 where c.state = :state
                   and (cast(:trainer as uuid) is null
                        or exists (select from training_v_session s
                                    where s.id = c.session_id
                                      and (s.trainer_id = :trainer or s.actual_trainer_id = :trainer
                                           or exists (select from training_v_co_trainer t
                                                       where t.session_id = s.id and t.trainer_id = :trainer))))
                """)
                .param("state", state.name())
                .param("trainer", trainer)
                .query(Long.class)
                .single();
    }

    private Stream<AbsenceCase> candidates(Actor actor, @Nullable UUID groupId, @Nullable UUID learnerId) {
        if (learnerId != null) {
            ownership.requireLearner(actor, learnerId);
            return cases.ofLearner(learnerId).stream();
        }
        if (actor.is(Role.LEARNER)) {
            UUID own = actor.personId();
            return own == null ? Stream.of() : cases.ofLearner(own).stream();
        }
        if (groupId != null) {
            ownership.requireGroup(actor, groupId);
            List<UUID> members =
                    groups.everMembers(groupId).stream().map(LearnerInfo::id).toList();
            return cases.ofLearners(members).values().stream().flatMap(List::stream);
        }
        return cases.open(actor.is(Role.TRAINER) ? actor.personId() : null, MOST_OPEN, 0).stream();
    }

    /** An absence, its session and its learner. */
    public record Item(AbsenceCase absence, SessionInfo session, LearnerInfo learner) {}
}
