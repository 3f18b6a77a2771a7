package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.training.CentreSetup;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The group that a line says the learner left: membership ends the day before, what was done stays. */
final class LeftGroupCells {

    private record Membership(
            UUID id, LocalDate from, @Nullable LocalDate to) {}

    private final CentreSetup setup;
    private final ReferenceData known;
    private final ListOutcome outcome;
    private final LocalDate today;
    private final Map<String, Membership> running = new HashMap<>();

    LeftGroupCells(
            JdbcClient sql,
            CentreSetup setup,
            ReferenceData known,
            ListOutcome outcome,
            Collection<UUID> learnerIds,
            LocalDate today) {
        this.setup = setup;
        this.known = known;
        this.outcome = outcome;
        this.today = today;
        sql.sql("""
                        select id, learner_id, group_id, from_on, to_on from training_v_membership
                         where learner_id = any(:learners) and (to_on is null or to_on >= :today)
                        """)
                .param("learners", learnerIds.toArray(UUID[]::new))
                .param("today", today)
                .query(row -> {
                    running.put(
                            row.getString("learner_id") + row.getString("group_id"),
                            new Membership(
                                    row.getObject("id", UUID.class),
                                    row.getObject("from_on", LocalDate.class),
                                    row.getObject("to_on", LocalDate.class)));
                });
    }

    /** Whether something changes. */
    boolean read(ListTable.Line line, UUID learner) {
        if (!line.has(ListColumn.LEFT_GROUP)) {
            return false;
        }
        ReferenceData.Group group = ReferenceData.find(known.groups, line.get(ListColumn.LEFT_GROUP));
        if (group == null) {
            outcome.reject(line, ListColumn.LEFT_GROUP, "group", line.get(ListColumn.LEFT_GROUP));
            return false;
        }
        if (group.equals(ReferenceData.find(known.groups, line.get(ListColumn.GROUP)))) {
            outcome.reject(line, ListColumn.LEFT_GROUP, "sameGroup", line.get(ListColumn.LEFT_GROUP));
            return false;
        }
        Membership membership = running.get(learner.toString() + group.id());
        if (membership == null) {
            return false;
        }
        // A period is never deleted: who joined today stays a member until tonight.
        LocalDate last = membership.from().isBefore(today) ? today.minusDays(1) : membership.from();
        if (last.equals(membership.to())) {
            return false;
        }
        outcome.then(() -> setup.endMembership(membership.id(), last));
        return true;
    }
}
