package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.CreditingMethod;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.EnrolmentInfo.FundingInfo;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.FunderKind;
import fr.educentre.assidu.training.NatureOfAction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class StoredEnrolments implements Enrolments {

    private final JdbcClient sql;

    StoredEnrolments(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<EnrolmentInfo> find(UUID id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    @Override
    public EnrolmentInfo get(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("enrolment"));
    }

    @Override
    public Map<UUID, EnrolmentInfo> byIds(Collection<UUID> ids) {
        Map<UUID, EnrolmentInfo> found = new LinkedHashMap<>();
        where("e.id", ids).forEach(one -> found.put(one.id(), one));
        return found;
    }

    @Override
    public List<EnrolmentInfo> ofLearner(UUID learnerId) {
        return where("e.learner_id", List.of(learnerId));
    }

    @Override
    public Map<UUID, List<EnrolmentInfo>> ofLearners(Collection<UUID> learnerIds) {
        Map<UUID, List<EnrolmentInfo>> byLearner = new LinkedHashMap<>();
        learnerIds.forEach(id -> byLearner.put(id, new ArrayList<>()));
        where("e.learner_id", learnerIds)
                .forEach(one -> byLearner
                        .computeIfAbsent(one.learnerId(), id -> new ArrayList<>())
                        .add(one));
        return byLearner;
    }

    private List<EnrolmentInfo> where(String column, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        // As a set: read once a row, thousands of ids made a list of learners wait for minutes.
        String condition = " where " + column + " in (select unnest(cast(:ids as uuid[]))) ";
        Map<UUID, List<FundingInfo>> fundings = new HashMap<>();
        record Found(UUID enrolment, FundingInfo funding) {}
        sql.sql("""
                        select f.*, u.code as funder_code, u.name as funder_name, u.kind as funder_kind
                          from funding f join funder u on u.id = f.funder_id join enrolment e on e.id = f.enrolment_id
                        """ + condition + "order by f.priority, f.id")
                .param("ids", Arguments.array(ids))
                .query((row, n) -> new Found(Columns.uuid(row, "enrolment_id"), funding(row)))
                .list()
                .forEach(found -> fundings.computeIfAbsent(found.enrolment(), id -> new ArrayList<>())
                        .add(found.funding()));
        return sql.sql("""
                        select e.*, p.code as programme_code, p.title as programme_title, p.nature,
                               g.name as group_name, y.name as employer_name
                          from enrolment e
                          join programme p on p.id = e.programme_id
                          join learner_group g on g.id = e.group_id
                          left join employer y on y.id = e.employer_id
                        """ + condition + "order by e.starts_on desc, e.id")
                .param("ids", Arguments.array(ids))
                .query((row, n) -> enrolment(row, fundings.getOrDefault(Columns.uuid(row, "id"), List.of())))
                .list();
    }

    private static EnrolmentInfo enrolment(ResultSet row, List<FundingInfo> fundings) throws SQLException {
        return new EnrolmentInfo(
                Columns.uuid(row, "id"),
                row.getString("number"),
                Columns.uuid(row, "learner_id"),
                new EnrolmentInfo.Programme(
                        Columns.uuid(row, "programme_id"),
                        row.getString("programme_code"),
                        row.getString("programme_title"),
                        NatureOfAction.valueOf(row.getString("nature"))),
                new EnrolmentInfo.Group(Columns.uuid(row, "group_id"), row.getString("group_name")),
                new EnrolmentInfo.Employment(
                        Columns.maybeUuid(row, "employer_id"),
                        row.getString("employer_name"),
                        Columns.maybeUuid(row, "tutor_id"),
                        row.getBoolean("apprenticeship")),
                new EnrolmentInfo.Agreement(
                        Columns.day(row, "starts_on"),
                        Columns.day(row, "ends_on"),
                        row.getInt("agreed_minutes"),
                        row.getString("accommodations")),
                fundings);
    }

    private static FundingInfo funding(ResultSet row) throws SQLException {
        return new FundingInfo(
                Columns.uuid(row, "id"),
                new FundingInfo.Funder(
                        Columns.uuid(row, "funder_id"),
                        row.getString("funder_code"),
                        row.getString("funder_name"),
                        FunderKind.valueOf(row.getString("funder_kind"))),
                row.getString("file_number"),
                row.getInt("agreed_minutes"),
                Columns.day(row, "starts_on"),
                Columns.day(row, "ends_on"),
                row.getInt("priority"),
                CreditingMethod.valueOf(row.getString("crediting_method")));
    }
}
