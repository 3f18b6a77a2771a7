package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much of the centre has been entered. */
@Service
public class CentreInventory {

    private final JdbcClient sql;

    CentreInventory(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What is in use now.
     *
     * @param identified whether the organisation has its name, its SIRET and who represents it
     */
    public record Inventory(boolean identified, long sites, Staff staff, long programmes, Taught taught) {

        /** Who teaches and follows. */
        public record Staff(long trainers, long referents) {}

        /** Who is taught. */
        public record Taught(long groups, long learners, long enrolments) {}
    }

    @Transactional(readOnly = true)
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
    public Inventory now() {
        return sql.sql("""
                        select exists (select from organisation
                                        where name <> '' and siret <> '' and representative_name <> '') as identified,
                               (select count(*) from site where not retired) as sites,
                               (select count(*) from trainer where not retired) as trainers,
                               (select count(*) from referent where not retired) as referents,
                               (select count(*) from programme where not retired) as programmes,
                               (select count(*) from learner_group) as groups,
                               (select count(*) from learner) as learners,
                               (select count(*) from enrolment) as enrolments
                        """)
                .query((row, n) -> new Inventory(
                        row.getBoolean("identified"),
                        row.getLong("sites"),
                        new Inventory.Staff(row.getLong("trainers"), row.getLong("referents")),
                        row.getLong("programmes"),
                        new Inventory.Taught(
                                row.getLong("groups"), row.getLong("learners"), row.getLong("enrolments"))))
                .single();
    }
}
