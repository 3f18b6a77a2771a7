package fr.educentre.assidu.overview;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.HealthPrivacy;
import fr.educentre.assidu.messaging.MessageRights;
import fr.educentre.assidu.overview.TimelineEntry.Kind;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.management.ContactWords;
import fr.educentre.assidu.training.management.LearnerContacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything about a learner out of the tables that keep it, in one order. */
@Component
class TimelineQueries {

    /**
     * Of a justification only that it came and how it ended. What was written of any, and why a rule that counts reasons
     * fired, is for those who read about health ({@code :health}): were it hidden of health alone, hiding it would tell;
     * messages are for those who read them, notes of contacts for who follows learners.
     */
    private static final String ENTRIES = """
            select 'TRACE' as kind, e.id::text as id, m.occurred_at as at, e.kind as label, e.session_id,
                   coalesce(e.activity_key, e.meeting_key) as detail, null as status, e.source as source, null as about
              from evidence_v_match m
              join evidence_v_trace e on e.id = m.evidence_id and e.occurred_at = m.occurred_at
             where m.learner_id = :learner
            union all
            select 'VERDICT', v.id::text, v.decided_at, case when v.decided_by is null then 'RULE' else 'PERSON' end,
                   v.session_id, v.why, v.status, null, null
              from attendance_v_verdict v where v.learner_id = :learner
            union all
            select 'ABSENCE', c.id::text || '/' || h.id, h.at, h.state, c.session_id,
                   case when :health or not exists (select from justification_v_session j
                        where j.learner_id = c.learner_id and j.session_id = c.session_id) then h.note end,
                   h.state, null, null
              from attendance_v_absence_case c join attendance_v_absence_case_event h on h.case_id = c.id
             where c.learner_id = :learner
            union all
            select 'ALERT', a.id::text, a.raised_at, 'RAISED', null,
                   case when :health or not a.about_health then a.explanation else :reserved end, a.state, null,
                   case when :health or not a.about_health then a.rule_name end
              from alerts_v_alert a where a.learner_id = :learner
            union all
            select 'RELAUNCH', r.id::text, r.started_at, 'STARTED', null, r.end_reason, r.state, null, null
              from relaunch_v_relaunch r where r.learner_id = :learner
            union all
            select 'MESSAGE', g.id::text, coalesce(g.sent_at, g.created_at), g.recipient_kind, null, g.subject, g.state, null, null
              from messaging_v_message g
             where g.learner_id = :learner and g.recipient_kind = any(:kinds)
            union all
            select 'JUSTIFICATION', j.id::text, coalesce(j.submitted_at, j.created_at),
                   case when j.submitted_at is null then 'REQUESTED' when j.on_behalf then 'SUBMITTED_ON_BEHALF' else 'SUBMITTED' end,
                   null, case when j.on_behalf then j.submitted_by end, j.state, null, null
              from justification_v_justification j where j.learner_id = :learner
            union all
            select 'JUSTIFICATION', j.id::text || '/decided', j.decided_at,
                   case when j.state in ('MORE_ASKED', 'EXPIRED', 'MOOT') then j.state else 'DECIDED' end, null, null, j.state, null, null
              from justification_v_justification j where j.learner_id = :learner and j.decided_at is not null
            union all
            select 'DOCUMENT', d.id::text, d.issued_at, d.kind, d.session_id, d.title, d.state, null, d.number
              from documents_v_document d where d.learner_id = :learner
            union all
            select 'ENROLMENT_EVENT', v.id::text, v.declared_at, v.kind, null, v.reason, v.kind, null, null
              from training_v_enrolment_event v join training_v_enrolment n on n.id = v.enrolment_id
             where n.learner_id = :learner
            union all
            select 'CONTACT', c.id::text, c.at, c.kind, null, case when :notes then c.note end, c.outcome, null, c.outcome
              from training_v_learner_contact c where c.learner_id = :learner
            union all
            select 'CONTACT', c.id::text, c.called_at, 'ABSENCE', null, null, c.outcome, null, 'ABSENCE'
              from justification_v_absence_call c where c.learner_id = :learner
            """;

    private static final String ABOUT_AN_ABSENCE = "ABSENCE";

    private static final String RESERVED = Wording.of("alerts.reserved.why").stored();

    private final JdbcClient sql;
    private final CurrentActor current;
    private final TraceWords traces;
    private final Texts texts;

    TimelineQueries(JdbcClient sql, CurrentActor current, TraceWords traces, Texts texts) {
        this.sql = sql;
        this.current = current;
        this.traces = traces;
        this.texts = texts;
    }

    PageOf<TimelineEntry> of(UUID learnerId, ZoneId zone, boolean newestFirst, Set<Kind> kinds, int page, int size) {
        String order = newestFirst ? " desc" : "";
        Map<String, Object> asked = asked(learnerId, kinds);
        long total = sql.sql("select count(*) from (" + ENTRIES + ") as entries where entries.kind = any(:asked)")
                .params(asked)
                .query(Long.class)
                .single();
        List<TimelineEntry> items = sql.sql(
                        "with entries as (" + ENTRIES + """
                ), page as (select * from entries where kind = any(:asked) order by at""" + order + ", id" + order + """
                 limit :size offset :offset)
                select p.*, s.title as session_title, z.zone
                  from page p
                  left join training_v_session s on s.id = p.session_id
                  left join training_v_site z on z.id = s.site_id
                 order by p.at""" + order + ", p.id" + order)
                .params(asked)
                .param("size", size)
                .param("offset", (long) page * size)
                .query((row, n) -> entry(row, zone))
                .list();
        return new PageOf<>(inWords(items, zone), page, size, total);
    }

    private List<TimelineEntry> inWords(List<TimelineEntry> items, ZoneId zone) {
        Map<UUID, String> words = traces.of(
                items.stream()
                        .filter(entry -> entry.kind() == Kind.TRACE)
                        .map(entry -> new TraceWords.Key(
                                UUID.fromString(entry.id()), entry.at().toInstant()))
                        .toList(),
                zone);
        return items.stream()
                .map(entry -> {
                    String said = entry.kind() == Kind.TRACE ? words.get(UUID.fromString(entry.id())) : null;
                    return said == null
                            ? entry
                            : entry.titled(about(said, entry.session().sessionTitle()));
                })
                .toList();
    }

    /** None asked for: all. */
    private Map<String, Object> asked(UUID learnerId, Set<Kind> kindsAsked) {
        Optional<Actor> reader = current.find();
        String[] kinds = reader.map(MessageRights::readable).orElse(Set.of()).stream()
                .map(Enum::name)
                .toArray(String[]::new);
        return Map.of(
                "learner",
                learnerId,
                "health",
                HealthPrivacy.mayRead(reader.orElse(null), learnerId),
                "notes",
                reader.filter(LearnerContacts::readsNotes).isPresent(),
                "reserved",
                RESERVED,
                "kinds",
                kinds,
                "asked",
                (kindsAsked.isEmpty() ? EnumSet.allOf(Kind.class) : kindsAsked)
                        .stream().map(Enum::name).toArray(String[]::new));
    }

    private TimelineEntry entry(ResultSet row, ZoneId zone) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        String session = row.getString("session_title");
        String held = row.getString("zone");
        return new TimelineEntry(
                row.getObject("at", OffsetDateTime.class)
                        .atZoneSameInstant(held == null ? zone : ZoneId.of(held))
                        .toOffsetDateTime(),
                kind,
                row.getString("id"),
                title(kind, row.getString("label"), row.getString("status"), session),
                ABOUT_AN_ABSENCE.equals(row.getString("about")) && kind == Kind.CONTACT
                        ? texts.get("dashboards.call." + row.getString("status"))
                        : detail(kind, row.getString("about"), row.getString("detail")),
                row.getString("status"),
                row.getString("source"),
                new TimelineEntry.TimelineSession(row.getObject("session_id", UUID.class), session));
    }

    private @Nullable String detail(Kind kind, @Nullable String about, @Nullable String detail) {
        if (kind == Kind.CONTACT) {
            String outcome = ContactWords.outcome(String.valueOf(about), texts);
            return detail == null ? outcome : texts.get("shell.says", outcome, detail);
        }
        if (detail == null) {
            return null;
        }
        String said = Wording.shown(detail, texts);
        if (about == null) {
            return said;
        }
        return kind == Kind.DOCUMENT ? about + " · " + said : texts.get("shell.says", about, said);
    }

    private String title(Kind kind, String label, @Nullable String status, @Nullable String session) {
        String what = texts.get(
                kind == Kind.VERDICT ? "overview.status." + status : "dashboards.entry." + kind + "." + label);
        return about(what, session);
    }

    private static String about(String what, @Nullable String session) {
        return session == null ? what : what + " · " + session;
    }
}
