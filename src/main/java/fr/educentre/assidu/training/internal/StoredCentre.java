package fr.educentre.assidu.training.internal;

import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.ContactInfo;
import fr.educentre.assidu.training.OrganisationInfo;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true, noRollbackFor = Refusal.class)
class StoredCentre implements Centre {

    private final JdbcClient sql;

    StoredCentre(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public OrganisationInfo organisation() {
        return sql.sql("select * from organisation order by id limit 1")
                .query(StoredCentre::identity)
                .optional()
                .orElseThrow(() -> Refusal.notFound("organisation"));
    }

    @Override
    public List<Labelled> sites() {
        return labelled("select id, code, name as label from site");
    }

    @Override
    public List<Labelled> funders() {
        return labelled("select id, code, name as label from funder");
    }

    @Override
    public List<Labelled> programmes() {
        return labelled("select id, code, title as label from programme");
    }

    private List<Labelled> labelled(String select) {
        return sql.sql("select * from (" + select + ") one order by label collate french, id")
                .query((row, n) -> new Labelled(Columns.uuid(row, "id"), row.getString("code"), row.getString("label")))
                .list();
    }

    @Override
    public Optional<ContactInfo> trainer(UUID trainerId) {
        return person("trainer", trainerId);
    }

    @Override
    public Optional<ContactInfo> referent(UUID referentId) {
        return person("referent", referentId);
    }

    private Optional<ContactInfo> person(String table, UUID id) {
        return sql.sql("select id, first_name || ' ' || last_name as name, email, phone from " + table
                        + " where id = :id")
                .param("id", id)
                .query(LearnerRowMapper::contact)
                .optional();
    }

    @Override
    public List<ModuleInfo> modules(UUID programmeId) {
        return sql.sql("""
                        select m.*, array(select a.activity_id from programme_module_activity a
                                           where a.module_id = m.id order by a.position) as activities
                          from programme_module m where m.programme_id = :programme order by m.position, m.id
                        """)
                .param("programme", programmeId)
                .query((row, n) -> new ModuleInfo(
                        Columns.uuid(row, "id"),
                        Columns.uuid(row, "programme_id"),
                        row.getString("code"),
                        row.getString("title"),
                        row.getInt("planned_minutes"),
                        texts(row.getArray("activities"))))
                .list();
    }

    @Override
    public Map<String, List<UUID>> modulesByActivity() {
        Map<String, List<UUID>> byActivity = new HashMap<>();
        record Held(String activity, UUID module) {}
        sql.sql("select activity_id, module_id from programme_module_activity order by activity_id, module_id")
                .query((row, n) -> new Held(row.getString("activity_id"), Columns.uuid(row, "module_id")))
                .list()
                .forEach(held -> byActivity
                        .computeIfAbsent(held.activity(), key -> new ArrayList<>())
                        .add(held.module()));
        return byActivity;
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static OrganisationInfo identity(ResultSet row, int number) throws SQLException {
        return new OrganisationInfo(
                row.getString("name"),
                new OrganisationInfo.Registration(
                        row.getString("siret"), row.getString("nda"), row.getString("nda_region")),
                new OrganisationInfo.Address(
                        row.getString("address"), row.getString("postal_code"), row.getString("city")),
                new OrganisationInfo.Contact(row.getString("phone"), row.getString("email")),
                new OrganisationInfo.Representative(
                        row.getString("representative_name"), row.getString("representative_title")),
                new OrganisationInfo.Logo(row.getBytes("logo"), row.getString("logo_media_type")));
    }
}
