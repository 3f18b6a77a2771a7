package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.training.CentreSetup;
import fr.educentre.assidu.training.CentreSetup.NewGuardian;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The guardian that a line names: the one of that name, else the only one, else one more. */
final class GuardianCells {

    private record StoredGuardian(UUID id, NewGuardian guardian) {}

    private final JdbcClient sql;
    private final CentreSetup setup;
    private final ListOutcome outcome;
    private final Map<UUID, List<StoredGuardian>> kept = new HashMap<>();
    private final List<NewGuardian> added = new ArrayList<>();

    GuardianCells(JdbcClient sql, CentreSetup setup, ListOutcome outcome, Collection<UUID> learnerIds) {
        this.sql = sql;
        this.setup = setup;
        this.outcome = outcome;
        sql.sql("select * from training_v_guardian where learner_id = any(:learners) order by id")
                .param("learners", learnerIds.toArray(UUID[]::new))
                .query(row -> {
                    UUID learner = row.getObject("learner_id", UUID.class);
                    kept.computeIfAbsent(learner, id -> new ArrayList<>())
                            .add(new StoredGuardian(
                                    row.getObject("id", UUID.class),
                                    new NewGuardian(
                                            learner,
                                            row.getString("first_name"),
                                            row.getString("last_name"),
                                            row.getString("email"),
                                            row.getString("phone"))));
                });
    }

    /** Whether something changes. */
    boolean read(ListTable.Line line, UUID learner) {
        if (!line.has(ListColumn.GUARDIAN_LAST_NAME)) {
            return false;
        }
        var told = new NewGuardian(
                learner,
                outcome.personName(line, ListColumn.GUARDIAN_FIRST_NAME),
                outcome.personName(line, ListColumn.GUARDIAN_LAST_NAME),
                outcome.email(line, ListColumn.GUARDIAN_EMAIL),
                line.has(ListColumn.GUARDIAN_PHONE) ? line.get(ListColumn.GUARDIAN_PHONE) : null);
        List<StoredGuardian> theirs = kept.getOrDefault(learner, List.of());
        StoredGuardian same = theirs.stream()
                .filter(one -> name(one.guardian()).equals(name(told)))
                .findFirst()
                .orElse(null);
        if (same != null) {
            return change(same, merged(same.guardian(), told));
        }
        if (theirs.size() == 1) {
            return change(theirs.getFirst(), told);
        }
        added.add(told);
        return true;
    }

    void write() {
        setup.addGuardians(added);
    }

    private boolean change(StoredGuardian before, NewGuardian after) {
        if (before.guardian().equals(after)) {
            return false;
        }
        outcome.then(() -> setup.changeGuardian(before.id(), after));
        return true;
    }

    private static NewGuardian merged(NewGuardian before, NewGuardian told) {
        return new NewGuardian(
                told.learnerId(),
                told.firstName(),
                told.lastName(),
                either(told.email(), before.email()),
                either(told.phone(), before.phone()));
    }

    private static @Nullable String either(@Nullable String told, @Nullable String before) {
        return told == null ? before : told;
    }

    private static String name(NewGuardian guardian) {
        return ListColumn.plain(guardian.firstName()) + " " + ListColumn.plain(guardian.lastName());
    }
}
