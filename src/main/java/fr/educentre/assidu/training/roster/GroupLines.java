package fr.educentre.assidu.training.roster;

import fr.educentre.assidu.training.CentreSetup;
import fr.educentre.assidu.training.CentreSetup.NewGroup;
import fr.educentre.assidu.training.RosterImport.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Groups by their code. */
final class GroupLines {

    private final JdbcClient sql;
    private final CentreSetup setup;
    private final Known known;
    private final Outcome outcome;

    GroupLines(JdbcClient sql, CentreSetup setup, Known known, Outcome outcome) {
        this.sql = sql;
        this.setup = setup;
        this.known = known;
        this.outcome = outcome;
    }

    void read(Table table) {
        Map<String, NewGroup> existing = new HashMap<>();
        sql.sql("select * from learner_group")
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
        for (Table.Line line : table.lines()) {
            outcome.read();
            String code = outcome.required(line, Column.EXTERNAL_ID);
            String name = outcome.name(line, Column.NAME);
            if (!seen.add(code)) {
                outcome.reject(line, Column.EXTERNAL_ID, "twice", code);
            }
            UUID programme = Known.find(known.programmes, outcome.required(line, Column.PROGRAMME));
            if (programme == null && line.has(Column.PROGRAMME)) {
                outcome.reject(line, Column.PROGRAMME, "programme", line.get(Column.PROGRAMME));
            }
            Known.Site site = Known.find(known.sites, outcome.required(line, Column.SITE));
            if (site == null && line.has(Column.SITE)) {
                outcome.reject(line, Column.SITE, "site", line.get(Column.SITE));
            }
            outcome.required(line, Column.STARTS_ON);
            outcome.required(line, Column.ENDS_ON);
            LocalDate starts = outcome.date(line, Column.STARTS_ON);
            LocalDate ends = outcome.date(line, Column.ENDS_ON);
            if (starts != null && ends != null && ends.isBefore(starts)) {
                outcome.reject(line, Column.ENDS_ON, "order");
            }
            if (outcome.rejects(line) || programme == null || site == null || starts == null || ends == null) {
                continue;
            }
            NewGroup before = existing.get(code);
            UUID id = before == null ? UuidVersion7Strategy.INSTANCE.generateUuid(null) : before.id();
            var group = new NewGroup(
                    id, code, name, programme, site.id(), before == null ? null : before.referentId(), starts, ends);
            if (before == null) {
                outcome.accept(line, name, Change.CREATED);
                added.add(group);
            } else if (before.equals(group)) {
                outcome.accept(line, name, Change.UNCHANGED);
            } else {
                outcome.accept(line, name, Change.UPDATED);
                outcome.then(() -> update(group));
            }
        }
        outcome.then(() -> setup.addGroups(added));
    }

    private void update(NewGroup group) {
        sql.sql("""
                        update learner_group set name = ?, programme_id = ?, site_id = ?, starts_on = ?, ends_on = ?,
                               version = version + 1
                         where id = ?
                        """)
                .params(group.name(), group.programmeId(), group.siteId(), group.startsOn(), group.endsOn(), group.id())
                .update();
    }
}
