package fr.educentre.assidu.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A group in Paris with its trainer, referent and learners, all of its own codes. */
public final class SmallCentre {

    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    public final String code = Long.toString(System.nanoTime(), 36);
    public final UUID trainer = id();
    public final UUID referent = id();
    public final UUID group = id();
    public final UUID employer = id();
    public final List<UUID> learners = new ArrayList<>();

    private final JdbcClient sql;
    private final UUID site = id();
    private final UUID programme = id();

    public SmallCentre(JdbcClient sql, int learners) {
        this.sql = sql;
        sql.sql("""
                insert into organisation (id, name, siret, nda, nda_region, address, postal_code, city, phone, email,
                                          representative_name, representative_title)
                select ?, 'Centre Essai', '12345678901234', '11750000075', 'Île-de-France', '1 rue de l''Essai', '75001',
                       'Paris', '0102030405', 'contact@essai.example', 'Ada Essai', 'Directrice'
                 where not exists (select 1 from organisation)
                """).param(id()).update();
        insert(
                "insert into site (id, code, name, zone, address, postal_code, city, phone)"
                        + " values (?, ?, 'Paris', 'Europe/Paris', 'x', '75001', 'Paris', '0102030405')",
                site,
                "S-" + code);
        insert(
                "insert into programme (id, code, title, nature, planned_minutes) values (?, ?, 'Essai', 'TRAINING', 600)",
                programme,
                "P-" + code);
        insert(
                "insert into trainer (id, external_id, first_name, last_name, email) values (?, ?, 'Tom', 'Formateur', ?)",
                trainer,
                "T-" + code,
                "t-" + code + "@essai.example");
        insert(
                "insert into referent (id, first_name, last_name, email, phone) values (?, 'Rose', 'Référente', ?, '0601')",
                referent,
                "r-" + code + "@essai.example");
        insert(
                "insert into employer (id, code, name, contact_name, contact_email) values (?, ?, 'Boulange', 'Eva Pain', ?)",
                employer,
                "E-" + code,
                "e-" + code + "@essai.example");
        insert(
                "insert into learner_group (id, code, name, programme_id, site_id, referent_id, starts_on, ends_on)"
                        + " values (?, ?, 'Groupe essai', ?, ?, ?, '2020-01-01', '2040-01-01')",
                group,
                "G-" + code,
                programme,
                site,
                referent);
        for (int i = 0; i < learners; i++) {
            this.learners.add(learner(i, LocalDate.of(1990, 1, 1)));
        }
    }

    public UUID learner(int number, LocalDate birth) {
        UUID id = id();
        insert(
                "insert into learner (id, external_id, first_name, last_name, email, birth_date)"
                        + " values (?, ?, 'Lou', ?, ?, ?)",
                id,
                "L-" + code + number,
                "Apprenant" + number,
                email(number),
                birth);
        insert(
                "insert into group_membership (id, learner_id, group_id, from_on, recorded_at)"
                        + " values (?, ?, ?, '2020-01-01', now())",
                id(),
                id,
                group);
        insert(
                "insert into enrolment (id, number, learner_id, programme_id, group_id, employer_id, starts_on, ends_on,"
                        + " agreed_minutes) values (?, ?, ?, ?, ?, ?, '2020-01-01', '2040-01-01', 600)",
                id(),
                "I-" + code + number,
                id,
                programme,
                group,
                employer);
        return id;
    }

    public String email(int number) {
        return "l" + number + "-" + code + "@essai.example";
    }

    public String employerEmail() {
        return "e-" + code + "@essai.example";
    }

    /** In person, three hours without a break. */
    public UUID session(Instant startsAt) {
        UUID id = id();
        insert(
                "insert into training_session (id, external_id, title, group_id, site_id, trainer_id, planned_on, starts_at,"
                        + " ends_at, taught_minutes, modality) values (?, ?, 'Atelier', ?, ?, ?, ?, ?, ?, 180, 'IN_PERSON')",
                id,
                "SE-" + id,
                group,
                site,
                trainer,
                LocalDate.ofInstant(startsAt, PARIS),
                utc(startsAt),
                utc(startsAt.plusSeconds(3 * 3600)));
        return id;
    }

    private void insert(String statement, Object... values) {
        sql.sql(statement).params(values).update();
    }

    private static Object utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public static UUID id() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
