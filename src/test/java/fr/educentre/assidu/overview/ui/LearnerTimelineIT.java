package fr.educentre.assidu.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.MatchMethod;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import fr.educentre.assidu.overview.TimelineEntry;
import fr.educentre.assidu.testing.RecordedTraces;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happened to a learner is read in words, day by day, and opens what it tells of. */
class LearnerTimelineIT extends ViewTest {

    private static final String VERBS = "http://adlnet.gov/expapi/verbs/";

    @Autowired
    Evidences evidences;

    private SmallCentre centre;
    private UUID learner;
    private UUID session;

    @BeforeEach
    void a_learner_who_did_something() {
        clock.set(Instant.parse("2026-11-23T11:00:00Z"));
        centre = new SmallCentre(sql, 1);
        learner = centre.learners.getFirst();
        session = centre.session(Instant.parse("2026-11-20T08:00:00Z"));
        new RecordedTraces(evidences, centre)
                .connected(session, 0, Instant.parse("2026-11-20T08:02:00Z"), Instant.parse("2026-11-20T10:58:00Z"));
        UUID module = SmallCentre.id();
        sql.sql("insert into programme_module (id, programme_id, code, title, position, planned_minutes)"
                        + " select ?, programme_id, 'M3', 'Module 3', 3, 60 from learner_group where id = ?")
                .params(module, centre.group)
                .update();
        sql.sql("insert into programme_module_activity (module_id, activity_id, position) values (?, ?, 0)")
                .params(module, activity("quiz"))
                .update();
        stated("quiz", "completed", Map.of("result", Map.of("duration", "PT42M10S")));
        stated(
                "video",
                "played",
                Map.of(
                        "object",
                        Map.of("definition", Map.of("name", Map.of("fr", "La pâte feuilletée", "en", "Puff pastry")))));
        stated("page", "https://example.org/verbs/bookmarked", Map.of());
        sql.sql(
                        "insert into absence_call (id, learner_id, day, half_day, outcome, note, called_at, called_by, called_by_account)"
                                + " values (?, ?, '2026-11-23', 'AM', 'MESSAGE_LEFT', 'Note', '2026-11-23T09:30:00Z', 'Rita', 'rita')")
                .params(SmallCentre.id(), learner)
                .update();
    }

    @Test
    void traces_are_told_in_words_under_their_day() {
        as(Role.REFERENT, centre.referent);
        assertThat(shown())
                .contains(
                        "A terminé Module 3 (42 min)",
                        "A lancé la lecture de La pâte feuilletée",
                        "A travaillé sur une activité sans nom",
                        "Connexion Zoom de 09:02 à 11:58 (2 h 56)",
                        "Appel pour une absence",
                        "message laissé",
                        "lundi 23 novembre 2026",
                        "vendredi 20 novembre 2026")
                .doesNotContain("plateforme.example", "adlnet", "Note");
        chooseEnglish();
        assertThat(shown()).contains("Played Puff pastry", "Completed Module 3");
    }

    @Test
    void a_line_opens_its_session_and_one_kind_alone_may_be_read() {
        as(Role.REFERENT, centre.referent);
        assertThat(link("Connexion Zoom de 09:02 à 11:58 (2 h 56) · Atelier")).isEqualTo("seances/" + session);
        MultiSelectComboBox<TimelineEntry.Kind> kinds = kinds();
        kinds.setValue(Set.of(TimelineEntry.Kind.CONTACT));
        assertThat(shown()).contains("Une ligne", "Appel pour une absence").doesNotContain("A terminé Module 3");
        kinds.setValue(Set.of(TimelineEntry.Kind.DOCUMENT));
        assertThat(shown()).contains("Aucune ligne");
    }

    @Test
    void earlier_lines_are_asked_for() {
        for (int i = 0; i < 60; i++) {
            stated("quiz-" + i, "answered", Map.of());
        }
        as(Role.REFERENT, centre.referent);
        assertThat(shown()).doesNotContain("vendredi 20 novembre 2026");
        click("Voir ce qui précède");
        assertThat(shown()).contains("vendredi 20 novembre 2026");
        assertThat(offers("Voir ce qui précède")).isFalse();
    }

    @Test
    void why_a_rule_raised_no_alert_is_told_condition_by_condition() {
        as(Role.REFERENT, centre.referent);
        click("Pourquoi pas d'autre alerte");
        choose("Règle en vigueur", "Trois absences");
        assertThat(dialog()).contains("cette règle ne se déclenche pas", "Condition");
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<TimelineEntry.Kind> kinds() {
        return field(MultiSelectComboBox.class, "Ce qui est montré");
    }

    private void as(Role role, UUID person) {
        signIn(role.name().toLowerCase(java.util.Locale.ROOT) + person, role, person);
        open("/apprenants/" + learner);
    }

    private String activity(String name) {
        return "https://plateforme.example/" + centre.code + "/" + name;
    }

    private void stated(String activity, String verb, Map<String, Object> statement) {
        Instant at = Instant.parse("2026-11-23T08:00:00Z");
        evidences.record(List.of(new NewTrace(
                new NewTrace.Origin(
                        EvidenceSource.XAPI, Channel.API, UUID.randomUUID().toString(), null),
                TraceKind.ACTIVITY,
                TraceTime.at(at),
                new NewTrace.Person(centre.email(0), "Lou", centre.email(0), null),
                new NewTrace.Subject(null, null, activity(activity), address(verb)),
                statement,
                new TraceMatch(learner, MatchMethod.EMAIL))));
    }

    private static @Nullable String address(String verb) {
        return verb.contains(":") ? verb : VERBS + verb;
    }
}
