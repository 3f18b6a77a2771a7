package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.imports.RosterImport.Change;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.training.CentreSetup;
import fr.educentre.assidu.training.CentreSetup.NewGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Groups by their code. */
final class GroupLines {

    private final JdbcClient sql;
    private final CentreSetup setup;
    private final NamedReferences references;
    private final ListOutcome outcome;

    GroupLines(JdbcClient sql, CentreSetup setup, ReferenceData known, ListOutcome outcome) {
        this.sql = sql;
        this.setup = setup;
        this.references = new NamedReferences(setup, known, outcome);
        this.outcome = outcome;
    }

    void read(ListTable table) {
        Map<String, NewGroup> existing = new HashMap<>();
        sql.sql("select * from training_v_group")
                .query((row, n) -> new NewGroup(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        row.getObject("programme_id", UUID.class),
                        row.getObject("site_id", UUID.class),
                        row.getObject("referent_id", UUID.class),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class)))
                .list()
                .forEach(group -> existing.put(group.code(), group));
        Set<String> seen = new HashSet<>();
        List<NewGroup> added = new ArrayList<>();
        for (ListTable.Line line : table.lines()) {
            outcome.read();
            String code = outcome.required(line, ListColumn.EXTERNAL_ID);
            String name = outcome.name(line, ListColumn.NAME);
            if (!seen.add(code)) {
                outcome.reject(line, ListColumn.EXTERNAL_ID, "twice", code);
            }
            NewGroup before = existing.get(code);
            NewGroup group = group(line, code, name, before);
            if (group != null) {
                accept(line, before, group, added);
            }
        }
        outcome.then(() -> setup.addGroups(added));
    }

    private @Nullable NewGroup group(ListTable.Line line, String code, String name, @Nullable NewGroup before) {
        outcome.required(line, ListColumn.PROGRAMME);
        outcome.required(line, ListColumn.SITE);
        UUID programme = references.programme(line);
        ReferenceData.Site site = references.site(line);
        outcome.required(line, ListColumn.STARTS_ON);
        outcome.required(line, ListColumn.ENDS_ON);
        LocalDate starts = outcome.date(line, ListColumn.STARTS_ON);
        LocalDate ends = outcome.date(line, ListColumn.ENDS_ON);
        if (starts != null && ends != null && ends.isBefore(starts)) {
            outcome.reject(line, ListColumn.ENDS_ON, "order");
        }
        if (outcome.rejects(line) || programme == null || site == null || starts == null || ends == null) {
            return null;
        }
        UUID id = before == null ? TimeOrderedId.next() : before.id();
        UUID referent = before == null ? null : before.referentId();
        return new NewGroup(id, code, name, programme, site.id(), referent, starts, ends);
    }

    /** Sessions that the group's new days leave outside. */
    private void warn(ListTable.Line line, NewGroup group) {
        long outside = sql.sql("""
                        select count(*) from training_v_session s join training_v_site z on z.id = s.site_id
                         where s.group_id = :group and s.stored_state not in ('CANCELLED', 'POSTPONED')
                           and not ((s.starts_at at time zone z.zone)::date between :from and :to)
                        """)
                .param("group", group.id())
                .param("from", group.startsOn())
                .param("to", group.endsOn())
                .query(Long.class)
                .single();
        if (outside > 0) {
            outcome.remark(line, "sessionsOutside", outside);
        }
    }

    private void accept(ListTable.Line line, @Nullable NewGroup before, NewGroup group, List<NewGroup> added) {
        if (before == null) {
            outcome.accept(line, group.name(), Change.CREATED);
            added.add(group);
        } else if (before.equals(group)) {
            outcome.accept(line, group.name(), Change.UNCHANGED);
        } else {
            outcome.accept(line, group.name(), Change.UPDATED);
            warn(line, group);
            outcome.then(() -> setup.changeGroup(group));
        }
    }
}
