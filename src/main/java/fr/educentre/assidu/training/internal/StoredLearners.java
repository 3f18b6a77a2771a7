package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.jdbc.TextSearch;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.WrittenAddress;
import fr.educentre.assidu.training.ContactInfo;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class StoredLearners implements Learners {

    private final JdbcClient sql;

    StoredLearners(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<LearnerInfo> find(UUID id) {
        return sql.sql("select * from learner where id = :id")
                .param("id", id)
                .query(LearnerRowMapper::listed)
                .optional();
    }

    @Override
    public LearnerInfo get(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("learner"));
    }

    @Override
    public Map<UUID, LearnerInfo> byIds(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return sql
                .sql("select l.* from learner l where l.id = any(cast(:ids as uuid[]))" + LearnerRowMapper.BY_NAME)
                .param("ids", Arguments.array(ids))
                .query(LearnerRowMapper::listed)
                .list()
                .stream()
                .collect(Collectors.toMap(LearnerInfo::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    @Override
    public Map<String, LearnerInfo> byEmails(Collection<String> emails) {
        String[] folded = emails.stream().map(WrittenAddress::folded).toArray(String[]::new);
        return folded.length == 0
                ? Map.of()
                : sql
                        .sql("select * from learner where lower(email) = any(:emails)")
                        .param("emails", folded)
                        .query(LearnerRowMapper::listed)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(
                                one -> Objects.requireNonNull(one.email()).toLowerCase(Locale.ROOT),
                                Function.identity()));
    }

    @Override
    public Map<String, LearnerInfo> byExternalIds(Collection<String> externalIds) {
        return externalIds.isEmpty()
                ? Map.of()
                : sql
                        .sql("select * from learner where external_id = any(:ids)")
                        .param("ids", externalIds.toArray(String[]::new))
                        .query(LearnerRowMapper::listed)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(LearnerInfo::externalId, Function.identity()));
    }

    @Override
    public PageOf<LearnerInfo> search(
            @Nullable String q, @Nullable UUID groupId, @Nullable UUID visibleToTrainer, int page, int size) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        if (q != null && !q.isBlank()) {
            conditions.add(TextSearch.holds("l.first_name || ' ' || l.last_name || ' ' || l.first_name || ' '"
                    + " || coalesce(l.email, '') || ' ' || l.external_id"));
            values.putAll(TextSearch.values(q));
        }
        if (groupId != null) {
            conditions.add("l.id in (select learner_id from group_membership where group_id = :group)");
            values.put("group", groupId);
        }
        if (visibleToTrainer != null) {
            conditions.add("l.id in (" + TrainerScopeSql.LEARNERS + ")");
            values.put("trainer", visibleToTrainer);
        }
        String from = "from learner l" + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
        long total = sql.sql("select count(*) " + from)
                .params(values)
                .query(Long.class)
                .single();
        List<LearnerInfo> items = sql.sql(
                        "select l.* " + from + LearnerRowMapper.BY_NAME + "limit :limit offset :offset")
                .params(values)
                .param("limit", size)
                .param("offset", (long) page * size)
                .query(LearnerRowMapper::listed)
                .list();
        return new PageOf<>(items, page, size, total);
    }

    @Override
    public List<UUID> idsAfter(@Nullable UUID last, int limit) {
        return sql.sql("select id from learner" + (last == null ? "" : " where id > :last")
                        + " order by id limit :limit")
                .params(last == null ? Map.of("limit", limit) : Map.of("limit", limit, "last", last))
                .query((row, n) -> Columns.uuid(row, "id"))
                .list();
    }

    @Override
    public List<ContactInfo> guardians(UUID learnerId) {
        return sql.sql("""
                        select id, first_name || ' ' || last_name as name, email, phone
                          from guardian where learner_id = :learner order by last_name collate french, first_name collate french, id
                        """)
                .param("learner", learnerId)
                .query(LearnerRowMapper::contact)
                .list();
    }

    @Override
    public List<ContactInfo> employerContacts(UUID enrolmentId) {
        return sql.sql("""
                        select c.id, c.name, c.email, c.phone from (
                            select 1 as place, p.id, coalesce(p.contact_name, p.name) as name,
                                   p.contact_email as email, p.phone
                              from enrolment e join employer p on p.id = e.employer_id where e.id = :enrolment
                            union all
                            select 2, t.id, t.first_name || ' ' || t.last_name, t.email, t.phone
                              from enrolment e join tutor t on t.id = e.tutor_id where e.id = :enrolment) c
                         where c.email is not null order by c.place
                        """)
                .param("enrolment", enrolmentId)
                .query(LearnerRowMapper::contact)
                .list();
    }
}
