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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Groups by their code. */
final class GroupLines {

    private final JdbcClient sql;
    private final CentreSetup setup;
    private final ReferenceData known;
    private final ListOutcome outcome;

    GroupLines(JdbcClient sql, CentreSetup setup, ReferenceData known, ListOutcome outcome) {
        this.sql = sql;
        this.setup = setup;
        this.known = known;
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
            UUID programme = ReferenceData.find(known.programmes, outcome.required(line, ListColumn.PROGRAMME));
            if (programme == null && line.has(ListColumn.PROGRAMME)) {
                outcome.reject(line, ListColumn.PROGRAMME, "programme", line.get(ListColumn.PROGRAMME));
            }
            ReferenceData.Site site = ReferenceData.find(known.sites, outcome.required(line, ListColumn.SITE));
            if (site == null && line.has(ListColumn.SITE)) {
                outcome.reject(line, ListColumn.SITE, "site", line.get(ListColumn.SITE));
            }
            outcome.required(line, ListColumn.STARTS_ON);
            outcome.required(line, ListColumn.ENDS_ON);
            LocalDate starts = outcome.date(line, ListColumn.STARTS_ON);
            LocalDate ends = outcome.date(line, ListColumn.ENDS_ON);
            if (starts != null && ends != null && ends.isBefore(starts)) {
                outcome.reject(line, ListColumn.ENDS_ON, "order");
            }
            if (outcome.rejects(line) || programme == null || site == null || starts == null || ends == null) {
                continue;
            }
            NewGroup before = existing.get(code);
            UUID id = before == null ? TimeOrderedId.next() : before.id();
            var group = new NewGroup(
                    id, code, name, programme, site.id(), before == null ? null : before.referentId(), starts, ends);
            if (before == null) {
                outcome.accept(line, name, Change.CREATED);
                added.add(group);
            } else if (before.equals(group)) {
                outcome.accept(line, name, Change.UNCHANGED);
            } else {
                outcome.accept(line, name, Change.UPDATED);
                outcome.then(() -> setup.changeGroup(group));
            }
        }
        outcome.then(() -> setup.addGroups(added));
    }
}
