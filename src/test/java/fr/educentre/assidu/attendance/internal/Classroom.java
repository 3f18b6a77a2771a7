package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import fr.educentre.assidu.jdbc.Arguments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A group of its own for a test: its trainer, its learners, all enrolled and funded. */
class Classroom {

    private final JdbcClient sql;
    private final String code = UUID.randomUUID().toString().substring(0, 8);
    private final UUID site = UUID.randomUUID();
    final UUID group = UUID.randomUUID();
    final UUID trainer = UUID.randomUUID();
    final List<UUID> learners = new ArrayList<>();

    Classroom(JdbcClient sql, String zone, int size, String creditingMethod) {
        this.sql = sql;
        UUID programme = UUID.randomUUID();
        UUID funder = UUID.randomUUID();
        run(
                "insert into site (id, code, name, zone, address, postal_code, city, phone) values (?, ?, 'Site', ?, 'a', '1', 'v', '0')",
                site,
                "S" + code,
                zone);
        run(
                "insert into programme (id, code, title, nature, planned_minutes) values (?, ?, 'Programme', 'TRAINING', 6000)",
                programme,
                "P" + code);
        run(
                "insert into learner_group (id, code, name, programme_id, site_id, starts_on, ends_on)"
                        + " values (?, ?, 'Groupe', ?, ?, '2020-01-01', '2035-12-31')",
                group,
                "G" + code,
                programme,
                site);
        run(
                "insert into trainer (id, external_id, first_name, last_name, email) values (?, ?, 'Ana', 'Formatrice', ?)",
                trainer,
                "F" + code,
                "f" + code + "@assidu.test");
        run("insert into funder (id, code, name, kind) values (?, ?, 'Financeur', 'OPCO')", funder, "O" + code);
        for (int n = 1; n <= size; n++) {
            learner(n, programme, funder, creditingMethod);
        }
    }

    /** Code of the programme all follow. */
    String programme() {
        return "P" + code;
    }

    private void learner(int n, UUID programme, UUID funder, String creditingMethod) {
        UUID learner = UUID.randomUUID();
        UUID enrolment = UUID.randomUUID();
        learners.add(learner);
        run(
                "insert into learner (id, external_id, first_name, last_name, email) values (?, ?, ?, 'Apprenant', ?)",
                learner,
                "L" + code + n,
                "Prénom" + (char) ('A' + n),
                "l" + code + n + "@assidu.test");
        run(
                "insert into group_membership (id, learner_id, group_id, from_on, recorded_at) values (?, ?, ?, '2020-01-01', now())",
                UUID.randomUUID(),
                learner,
                group);
        run(
                "insert into enrolment (id, number, learner_id, programme_id, group_id, starts_on, ends_on, agreed_minutes)"
                        + " values (?, ?, ?, ?, ?, '2020-01-01', '2035-12-31', 6000)",
                enrolment,
                "I" + code + n,
                learner,
                programme,
                group);
        run(
                "insert into funding (id, enrolment_id, funder_id, agreed_minutes, starts_on, ends_on, priority, crediting_method)"
                        + " values (?, ?, ?, 6000, '2020-01-01', '2035-12-31', 1, ?)",
                UUID.randomUUID(),
                enrolment,
                funder,
                creditingMethod);
    }

    /** Without breaks. */
    UUID session(String modality, Instant from, int minutes) {
        UUID id = UUID.randomUUID();
        run(
                "insert into training_session (id, external_id, title, group_id, site_id, trainer_id, planned_on, starts_at, ends_at,"
                        + " taught_minutes, modality) values (?, ?, 'Séance', ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                "X" + id,
                group,
                site,
                trainer,
                LocalDate.ofInstant(from, ZoneOffset.UTC),
                Arguments.utc(from),
                Arguments.utc(from.plusSeconds(minutes * 60L)),
                minutes,
                modality);
        return id;
    }

    static NewTrace connection(UUID session, UUID learner, Instant from, Instant to) {
        return new NewTrace(
                new NewTrace.Origin(
                        EvidenceSource.ZOOM, Channel.FILE, UUID.randomUUID().toString(), null),
                TraceKind.INTERVAL,
                new TraceTime(from, from, to),
                new NewTrace.Person(learner.toString(), "Nom", null, null),
                new NewTrace.Subject(session, null, null, null),
                Map.of(),
                new TraceMatch(learner, MatchMethod.ISSUED_ID));
    }

    private void run(String statement, Object... values) {
        sql.sql(statement).params(values).update();
    }
}
