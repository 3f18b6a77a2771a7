package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.HolidayCalendar;
import fr.educentre.assidu.training.WorkingCalendars;
import fr.educentre.assidu.training.WorkingDays;
import fr.educentre.assidu.training.WorkingDays.ClosedDays;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class StoredWorkingCalendars implements WorkingCalendars {

    private final JdbcClient sql;

    StoredWorkingCalendars(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public WorkingDays of(UUID siteId) {
        return Optional.ofNullable(of(List.of(siteId)).get(siteId)).orElseThrow(() -> Refusal.notFound("site"));
    }

    @Override
    public Map<UUID, WorkingDays> of(Collection<UUID> siteIds) {
        Map<UUID, List<ClosedDays>> closures = closures(siteIds);
        Map<UUID, WorkingDays> found = new HashMap<>();
        sql.sql("select id, zone, holidays from site where id = any(cast(:ids as uuid[]))")
                .param("ids", Arguments.array(siteIds))
                .query(row -> {
                    UUID id = Columns.uuid(row, "id");
                    ZoneId zone = ZoneId.of(row.getString("zone"));
                    var holidays = HolidayCalendar.valueOf(row.getString("holidays"));
                    found.put(id, new WorkingDays(zone, holidays, closures.getOrDefault(id, List.of())));
                });
        return found;
    }

    private Map<UUID, List<ClosedDays>> closures(Collection<UUID> siteIds) {
        Map<UUID, List<ClosedDays>> found = new HashMap<>();
        sql.sql("select site_id, from_on, to_on from site_closure where site_id = any(cast(:ids as uuid[]))")
                .param("ids", Arguments.array(siteIds))
                .query(row -> {
                    found.computeIfAbsent(Columns.uuid(row, "site_id"), id -> new ArrayList<>())
                            .add(new ClosedDays(Columns.day(row, "from_on"), Columns.day(row, "to_on")));
                });
        return found;
    }
}
