package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.jdbc.WordSearch;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.ContactInfo;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.LearnerInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class StoredGroups implements Groups {

    private static final String SELECT = """
            select g.*, p.title as programme_title, z.name as site_name, z.zone,
                   r.first_name || ' ' || r.last_name as referent_name, r.email as referent_email, r.phone as referent_phone,
                   (select count(distinct m.learner_id) from group_membership m
                     where m.group_id = g.id and m.from_on <= (cast(:now as timestamptz) at time zone z.zone)::date
                       and (m.to_on is null or m.to_on >= (cast(:now as timestamptz) at time zone z.zone)::date)) as learners
              from learner_group g
              join programme p on p.id = g.programme_id
              join site z on z.id = g.site_id
              left join referent r on r.id = g.referent_id
            """;

    private final JdbcClient sql;
    private final Clock clock;

    StoredGroups(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public Optional<GroupInfo> find(UUID id) {
        return select("where g.id = :id", Map.of("id", id)).stream().findFirst();
    }

    @Override
    public GroupInfo get(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("group"));
    }

    @Override
    public PageOf<GroupInfo> search(@Nullable String q, @Nullable UUID visibleToTrainer, int page, int size) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        if (visibleToTrainer != null) {
            conditions.add("g.id in (" + TrainerScopeSql.GROUPS + ")");
            values.put("trainer", visibleToTrainer);
        }
        String words = q == null ? "" : WordSearch.of(q);
        if (!words.isEmpty()) {
            conditions.add(WordSearch.holds("g.name || ' ' || g.code"));
            values.put("words", words);
        }
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        long total = sql.sql("select count(*) from learner_group g " + where)
                .params(values)
                .query(Long.class)
                .single();
        values.put("limit", size);
        values.put("offset", (long) page * size);
        return new PageOf<>(
                select(where + " order by g.name collate french, g.id limit :limit offset :offset", values),
                page,
                size,
                total);
    }

    @Override
    public List<GroupInfo> everOf(UUID learnerId) {
        return select(
                "where g.id in (select group_id from group_membership where learner_id = :learner)"
                        + " order by g.name collate french, g.id",
                Map.of("learner", learnerId));
    }

    @Override
    public List<LearnerInfo> members(UUID groupId, LocalDate on) {
        return sql.sql("""
                        select l.* from learner l
                         where l.id in (select m.learner_id from group_membership m where m.group_id = :group
                                           and m.from_on <= :on and (m.to_on is null or m.to_on >= :on))
                        """ + LearnerRowMapper.BY_NAME)
                .param("group", groupId)
                .param("on", on)
                .query(LearnerRowMapper::listed)
                .list();
    }

    @Override
    public List<LearnerInfo> everMembers(UUID groupId) {
        return sql.sql("select l.* from learner l"
                        + " where l.id in (select learner_id from group_membership where group_id = :group)"
                        + LearnerRowMapper.BY_NAME)
                .param("group", groupId)
                .query(LearnerRowMapper::listed)
                .list();
    }

    @Override
    public Map<UUID, GroupInfo> groupsOf(Collection<UUID> learnerIds, LocalDate on) {
        if (learnerIds.isEmpty()) {
            return Map.of();
        }
        Map<UUID, GroupInfo> result = new LinkedHashMap<>();
        record Membership(UUID learner, GroupInfo group) {}
        String joined = SELECT.replace("select g.*,", "select distinct on (k.learner_id) k.learner_id, g.*,") + """
                  join group_membership k on k.group_id = g.id
                 where k.learner_id = any(cast(:ids as uuid[])) and k.from_on <= :on
                   and (k.to_on is null or k.to_on >= :on)
                 order by k.learner_id, k.from_on desc, k.recorded_at desc, k.id
                """;
        sql.sql(joined)
                .param("ids", Arguments.array(learnerIds))
                .param("on", on)
                .param("now", Arguments.utc(clock.instant()))
                .query((row, n) -> new Membership(Columns.uuid(row, "learner_id"), group(row, n)))
                .list()
                .forEach(one -> result.put(one.learner(), one.group()));
        return result;
    }

    @Override
    public Map<UUID, List<OutsidePeriod>> outsidePeriods(Collection<UUID> groupIds) {
        Map<UUID, List<OutsidePeriod>> byGroup = new LinkedHashMap<>();
        if (groupIds.isEmpty()) {
            return byGroup;
        }
        groupIds.forEach(id -> byGroup.put(id, new ArrayList<>()));
        record Found(UUID group, OutsidePeriod period) {}
        sql.sql("select * from group_period where group_id = any(cast(:ids as uuid[])) order by from_on, id")
                .param("ids", Arguments.array(groupIds))
                .query((row, n) -> new Found(
                        Columns.uuid(row, "group_id"),
                        new OutsidePeriod(
                                OutsidePeriod.Kind.valueOf(row.getString("kind")),
                                Columns.day(row, "from_on"),
                                Columns.day(row, "to_on"))))
                .list()
                .forEach(found -> byGroup.computeIfAbsent(found.group(), id -> new ArrayList<>())
                        .add(found.period()));
        return byGroup;
    }

    private List<GroupInfo> select(String rest, Map<String, ?> values) {
        return sql.sql(SELECT + rest)
                .params(values)
                .param("now", Arguments.utc(clock.instant()))
                .query(StoredGroups::group)
                .list();
    }

    private static GroupInfo group(ResultSet row, int number) throws SQLException {
        UUID referent = Columns.maybeUuid(row, "referent_id");
        return new GroupInfo(
                Columns.uuid(row, "id"),
                row.getString("code"),
                row.getString("name"),
                new GroupInfo.Programme(Columns.uuid(row, "programme_id"), row.getString("programme_title")),
                new GroupInfo.Site(
                        Columns.uuid(row, "site_id"), row.getString("site_name"), ZoneId.of(row.getString("zone"))),
                referent == null
                        ? null
                        : new ContactInfo(
                                referent,
                                row.getString("referent_name"),
                                row.getString("referent_email"),
                                row.getString("referent_phone")),
                new GroupInfo.Period(Columns.day(row, "starts_on"), Columns.day(row, "ends_on")),
                row.getInt("learners"));
    }
}
