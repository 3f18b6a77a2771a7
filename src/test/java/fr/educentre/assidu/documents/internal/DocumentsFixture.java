package fr.educentre.assidu.documents.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A group of its own in La Réunion, with a trainer, a funder and learners, written straight to the tables. */
final class DocumentsFixture {

    static final ZoneId REUNION = ZoneId.of("Indian/Reunion");
    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");

    final String code = UUID.randomUUID().toString().substring(0, 8);
    final UUID trainer = id();
    final UUID group = id();
    final UUID programme = id();
    final UUID funder = id();
    final List<UUID> learners = new ArrayList<>();
    final List<UUID> enrolments = new ArrayList<>();
    final List<UUID> sessions = new ArrayList<>();
    private final UUID site = id();
    private final UUID module = id();
    private final JdbcClient jdbc;

    DocumentsFixture(JdbcClient jdbc) {
        this.jdbc = jdbc;
        run("""
                insert into organisation (id, name, siret, nda, nda_region, address, postal_code, city, phone, email,
                    representative_name, representative_title)
                select ?, 'Centre Horizon', '73282932000074', '11755555575', 'Île-de-France', '12 rue X', '75015', 'Paris',
                    '01', 'a@b', 'Hélène Œuvrard', 'Directrice' where not exists (select 1 from organisation)""", id());
        run(
                "insert into site (id, code, name, zone, address, postal_code, city, phone) values (?, ?, 'Saint-Denis', 'Indian/Reunion', '1 rue Y', '97400', 'Saint-Denis', '02')",
                site,
                "S-" + code);
        run(
                "insert into programme (id, code, title, nature, planned_minutes) values (?, ?, 'Développeur web', 'TRAINING', 24000)",
                programme,
                "P-" + code);
        run(
                "insert into programme_module (id, programme_id, code, title, position, planned_minutes) values (?, ?, 'M1', 'Intégrer une page', 1, 600)",
                module,
                programme);
        run(
                "insert into trainer (id, external_id, first_name, last_name, email) values (?, ?, 'Luc', 'Đorđević', ?)",
                trainer,
                "T-" + code,
                code + "@t.test");
        run(
                "insert into learner_group (id, code, name, programme_id, site_id, starts_on, ends_on) values (?, ?, ?, ?, ?, '2026-09-01', '2026-12-31')",
                group,
                "G-" + code,
                "Groupe " + code,
                programme,
                site);
        run("insert into funder (id, code, name, kind) values (?, ?, 'OPCO Atlas', 'OPCO')", funder, "F-" + code);
    }

    UUID learner(String firstName, String lastName) {
        var learner = id();
        var enrolment = id();
        run(
                "insert into learner (id, external_id, first_name, last_name) values (?, ?, ?, ?)",
                learner,
                code + "-" + learners.size(),
                firstName,
                lastName);
        run(
                "insert into group_membership (id, learner_id, group_id, from_on, recorded_at) values (?, ?, ?, '2026-09-01', ?)",
                id(),
                learner,
                group,
                Timestamp.from(EARLY));
        run(
                "insert into enrolment (id, number, learner_id, programme_id, group_id, starts_on, ends_on, agreed_minutes) values (?, ?, ?, ?, ?, '2026-09-01', '2026-12-31', 24000)",
                enrolment,
                "INS-" + code + "-" + learners.size(),
                learner,
                programme,
                group);
        run(
                "insert into funding (id, enrolment_id, funder_id, file_number, agreed_minutes, starts_on, ends_on, priority, crediting_method) values (?, ?, ?, 'ATL-42', 24000, '2026-09-01', '2026-12-31', 1, 'MINUTE')",
                id(),
                enrolment,
                funder);
        learners.add(learner);
        enrolments.add(enrolment);
        return learner;
    }

    /** From 9:00 to 12:30 with a break of a quarter of an hour, local time. */
    UUID session(LocalDate day) {
        var session = id();
        var start = day.atTime(9, 0).atZone(REUNION).toInstant();
        run(
                """
                insert into training_session (id, external_id, title, group_id, module_id, site_id, trainer_id, planned_on, starts_at, ends_at,
                    taught_minutes, modality, room)
                values (?, ?, 'HTML et CSS', ?, ?, ?, ?, ?, ?, ?, 195, 'IN_PERSON', 'Salle 2')""",
                session,
                "SE-" + code + "-" + sessions.size(),
                group,
                module,
                site,
                trainer,
                day,
                Timestamp.from(start),
                Timestamp.from(start.plusSeconds(12_600)));
        run(
                "insert into session_break (session_id, position, from_at, to_at) values (?, 1, ?, ?)",
                session,
                Timestamp.from(start.plusSeconds(5400)),
                Timestamp.from(start.plusSeconds(6300)));
        sessions.add(session);
        return session;
    }

    void verdict(
            UUID session,
            UUID learner,
            String status,
            int minutes,
            boolean proof,
            @Nullable String person,
            @Nullable String reason) {
        run(
                "update verdict set superseded_at = now() where session_id = ? and learner_id = ? and superseded_at is null",
                session,
                learner);
        run("""
                insert into verdict (planned_on, session_id, learner_id, enrolment_id, version, status, taught_minutes, observed_minutes,
                    credited_minutes, late_minutes, proof_sufficient, intervals, rule_id, rule_version, why, decided_by, decided_by_role, person_reason, decided_at)
                select s.planned_on, s.id, ?, x.enrolment_id, (select count(*) + 1 from verdict v where v.session_id = s.id and v.learner_id = x.learner_id),
                       ?, 195, ?, ?, case when ? = 'LATE' then 12 else 0 end, ?,
                       case when ? > 0 then jsonb_build_array(jsonb_build_object('from', to_char(s.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                            'to', to_char(s.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'source', 'ZOOM')) else '[]'::jsonb end,
                       'presence', 1, 'parce que', ?, case when ?::text is null then null else 'TRAINER' end, ?, now()
                  from training_session s join session_expected x on x.session_id = s.id
                 where s.id = ? and x.learner_id = ?""", learner, status, minutes, minutes, status, proof, minutes, person, person, reason, session, learner);
    }

    /** How much of what is observed counts. */
    void credited(UUID session, UUID learner, int minutes) {
        run(
                "update verdict set credited_minutes = ? where session_id = ? and learner_id = ? and superseded_at is null",
                minutes,
                session,
                learner);
    }

    void cancel(UUID session) {
        run(
                "update training_session set stored_state = 'CANCELLED', change_reason = 'formateur souffrant' where id = ?",
                session);
    }

    UUID funding(UUID enrolment, int priority, int agreedMinutes) {
        var funding = id();
        run(
                "insert into funding (id, enrolment_id, funder_id, file_number, agreed_minutes, starts_on, ends_on, priority, crediting_method) values (?, ?, ?, ?, ?, '2026-09-01', '2026-12-31', ?, 'MINUTE')",
                funding,
                enrolment,
                funder,
                "DOS-" + priority,
                agreedMinutes,
                priority);
        return funding;
    }

    void close(UUID session) {
        run(
                "update training_session set stored_state = 'CLOSED', closed_at = ends_at + interval '5 minutes', closed_by = 'Luc Đorđević' where id = ?",
                session);
    }

    private void run(String sql, @Nullable Object... values) {
        var statement = jdbc.sql(sql);
        for (int i = 0; i < values.length; i++) {
            statement = statement.param(i + 1, values[i]);
        }
        statement.update();
    }

    private static UUID id() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
