package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.imports.ListKind;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.Modality;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the centre has, in the lines of the lists; a bounded number of statements for each thousand learners. */
@Component
class CentreRows {

    private static final int SLICE = 1000;
    private static final int MINUTES_AN_HOUR = 60;
    /** Enough that the minutes come back whole. */
    private static final int HOUR_DECIMALS = 4;

    private final JdbcClient sql;
    private final Learners learners;

    CentreRows(JdbcClient sql, Learners learners) {
        this.sql = sql;
        this.learners = learners;
    }

    List<List<String>> of(ListKind kind) {
        return switch (kind) {
            case GROUPS -> groups();
            case LEARNERS -> learners();
            case SESSIONS -> sessions();
        };
    }

    private List<List<String>> groups() {
        return sql.sql("""
                        select g.code, g.name, p.code as programme, z.code as site, g.starts_on, g.ends_on
                          from training_v_group g
                          join training_v_programme p on p.id = g.programme_id
                          join training_v_site z on z.id = g.site_id
                         order by g.starts_on, g.code
                        """)
                .query((row, n) -> List.of(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("programme"),
                        row.getString("site"),
                        day(row, "starts_on"),
                        day(row, "ends_on")))
                .list();
    }

    /** What stands beside a learner. */
    private record Beside(UUID learner, List<String> enrolment, List<String> guardian) {}

    private List<List<String>> learners() {
        List<Beside> all = sql.sql("""
                        select l.id, coalesce(g.code, '') as group_code, e.agreed_minutes,
                               coalesce(m.code, '') as employer, coalesce(f.code, '') as funder,
                               coalesce(f.file_number, '') as file_number,
                               coalesce(r.last_name, '') as last_name, coalesce(r.first_name, '') as first_name,
                               coalesce(r.email, '') as email, coalesce(r.phone, '') as phone
                          from training_v_learner l
                          left join lateral (select * from training_v_enrolment n where n.learner_id = l.id
                                              order by n.starts_on desc, n.id desc limit 1) e on true
                          left join training_v_group g on g.id = e.group_id
                          left join training_v_employer m on m.id = e.employer_id
                          left join lateral (select u.code, d.file_number
                                               from training_v_funding d join training_v_funder u on u.id = d.funder_id
                                              where d.enrolment_id = e.id order by d.priority, d.id limit 1) f on true
                          left join lateral (select * from training_v_guardian a where a.learner_id = l.id
                                              order by a.id limit 1) r on true
                         order by l.external_id
                        """)
                .query((row, n) -> new Beside(
                        Columns.uuid(row, "id"),
                        List.of(
                                row.getString("group_code"),
                                hours(row.getObject("agreed_minutes", Integer.class)),
                                row.getString("employer"),
                                row.getString("funder"),
                                row.getString("file_number")),
                        List.of(
                                row.getString("last_name"),
                                row.getString("first_name"),
                                row.getString("email"),
                                row.getString("phone"))))
                .list();
        List<List<String>> rows = new ArrayList<>();
        for (int from = 0; from < all.size(); from += SLICE) {
            List<Beside> slice = all.subList(from, Math.min(from + SLICE, all.size()));
            Map<UUID, LearnerInfo> known =
                    learners.byIds(slice.stream().map(Beside::learner).toList());
            slice.forEach(one -> rows.add(row(known.get(one.learner()), one)));
        }
        return rows;
    }

    private static List<String> row(@Nullable LearnerInfo learner, Beside beside) {
        List<String> row = new ArrayList<>();
        if (learner != null) {
            row.addAll(List.of(
                    learner.externalId(),
                    learner.lastName(),
                    learner.firstName(),
                    text(learner.email()),
                    text(learner.phone()),
                    learner.birthDate() == null ? "" : ReaderFormats.numericDate(learner.birthDate())));
        }
        row.addAll(beside.enrolment());
        row.addAll(beside.guardian());
        return row;
    }

    private List<List<String>> sessions() {
        return sql.sql("""
                        select s.*, g.code as group_code, z.code as site, z.zone, t.email, t.last_name, t.first_name,
                               coalesce(m.code, '') as module,
                               (select array_agg(b.from_at order by b.from_at) from training_v_session_break b
                                 where b.session_id = s.id) as pauses_from,
                               (select array_agg(b.to_at order by b.from_at) from training_v_session_break b
                                 where b.session_id = s.id) as pauses_to
                          from training_v_session s
                          join training_v_group g on g.id = s.group_id
                          join training_v_site z on z.id = s.site_id
                          join training_v_trainer t on t.id = s.trainer_id
                          left join training_v_module m on m.id = s.module_id
                         where s.stored_state not in ('CANCELLED', 'POSTPONED')
                         order by s.starts_at, s.external_id
                        """).query((row, n) -> session(row)).list();
    }

    private static List<String> session(ResultSet row) throws SQLException {
        ZoneId zone = ZoneId.of(row.getString("zone"));
        Instant starts = row.getTimestamp("starts_at").toInstant();
        return List.of(
                row.getString("external_id"),
                row.getString("title"),
                row.getString("group_code"),
                ReaderFormats.numericDate(LocalDate.ofInstant(starts, zone)),
                time(starts, zone),
                time(row.getTimestamp("ends_at").toInstant(), zone),
                times(row, "pauses_from", zone),
                times(row, "pauses_to", zone),
                text(row.getString("room")),
                row.getString("site"),
                modality(Modality.valueOf(row.getString("modality"))),
                row.getString("email"),
                row.getString("last_name"),
                row.getString("first_name"),
                row.getString("module"),
                provider(row.getString("meeting_provider")),
                text(row.getString("meeting_id")),
                text(row.getString("meeting_url")));
    }

    private static String times(ResultSet row, String column, ZoneId zone) throws SQLException {
        var array = row.getArray(column);
        if (array == null) {
            return "";
        }
        List<String> times = new ArrayList<>();
        for (java.sql.Timestamp at : (java.sql.Timestamp[]) array.getArray()) {
            times.add(time(at.toInstant(), zone));
        }
        return String.join(" / ", times);
    }

    /** Of an hour that comes twice it is said which. */
    private static String time(Instant at, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        String time = ReaderFormats.time(at, zone);
        if (zone.getRules().getValidOffsets(local).size() < 2) {
            return time;
        }
        return time + (zone.getRules().isDaylightSavings(at) ? " été" : " hiver");
    }

    private static String day(ResultSet row, String column) throws SQLException {
        return ReaderFormats.numericDate(row.getObject(column, LocalDate.class));
    }

    private static String hours(@Nullable Integer minutes) {
        return minutes == null
                ? ""
                : BigDecimal.valueOf(minutes)
                        .divide(BigDecimal.valueOf(MINUTES_AN_HOUR), HOUR_DECIMALS, RoundingMode.CEILING)
                        .stripTrailingZeros()
                        .toPlainString()
                        .replace('.', ',');
    }

    private static String modality(Modality modality) {
        return switch (modality) {
            case IN_PERSON -> "présentiel";
            case VIDEO -> "visio";
            case ONLINE -> "en ligne";
        };
    }

    private static String provider(@Nullable String provider) {
        return provider == null
                ? ""
                : switch (MeetingProvider.valueOf(provider)) {
                    case ZOOM -> "zoom";
                    case TEAMS -> "teams";
                    case BIGBLUEBUTTON -> "bigbluebutton";
                    case GOOGLE_MEET -> "meet";
                    case WEBEX -> "webex";
                    case OTHER -> "autre";
                };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
