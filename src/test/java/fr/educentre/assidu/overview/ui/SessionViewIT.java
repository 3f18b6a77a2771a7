package fr.educentre.assidu.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextArea;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.testing.RecordedTraces;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A session says who was there, when, by which sources and where they disagree; a status is corrected with a reason. */
class SessionViewIT extends ViewTest {

    private static final Instant START = Instant.parse("2027-09-13T07:00:00Z");

    @Autowired
    Evidences evidences;

    @Autowired
    Attendance attendance;

    private SmallCentre centre;
    private RecordedTraces traces;

    @BeforeEach
    void a_trainer() {
        clock.set(START.plus(Duration.ofHours(6)));
        centre = new SmallCentre(sql, 4);
        traces = new RecordedTraces(evidences, centre);
        signIn("t-" + centre.code, Role.TRAINER, centre.trainer);
    }

    @Test
    void it_says_who_was_there_when_and_where_its_sources_disagree() {
        UUID session = video(START);
        zoom(session, 0, -3, 182);
        zoom(session, 1, 2, 40);
        zoom(session, 1, 55, 178);
        zoom(session, 2, 20, 90);
        traces.signed(session, 0, minute(4));
        traces.signed(session, 2, minute(22));
        traces.signed(session, 3, minute(5));
        traces.unknown(session, minute(5), minute(165), "acc-" + centre.code, "Z Faure", "acc-" + centre.code);
        attendance.sourceComplete(session);
        open("/seances/" + session);
        assertThat(styled("assidu-timeline-learner")).hasSize(4);
        assertThat(shown())
                .contains(
                        "A signé, jamais connecté : signature à 09:05 ; Zoom : aucune connexion reconnue, un participant à reconnaître",
                        "Connecté, n'a pas signé : Zoom 09:02–09:40, 09:55–10:30, 10:45–11:58",
                        "Z Faure");
        assertThat(read(styled("assidu-threshold-label").getFirst())).contains("seuil");
        assertThat(rows()).hasSize(4).allSatisfy(row -> assertThat(row).contains("Lou Apprenant", "2 h 45"));
    }

    @Test
    void what_is_awaited_is_said_with_what_came_so_far() {
        UUID session = video(START);
        zoom(session, 0, 0, 60);
        open("/seances/" + session);
        assertThat(read(styled("assidu-awaiting").getFirst()))
                .contains("Le relevé Zoom de la réunion 864", "Zoom (une trace, jusqu'à 10:00)");
    }

    @Test
    void of_a_session_whose_statuses_are_all_known_it_is_said_that_closing_is_left_to_do() {
        UUID session = centre.session(START);
        open("/seances/" + session);
        assertThat(read(styled("assidu-awaiting").getFirst()))
                .contains("n'est pas complet", "4 apprenants en attente de statut");
        centre.learners.forEach(learner -> attendance.mark(
                session, learner, new Attendance.Mark(AttendanceStatus.PRESENT, null, null, "Appel fait", null)));
        open("/seances/" + session);
        assertThat(read(styled("assidu-awaiting").getFirst()))
                .contains("Séance à clôturer", "chacun des 4 apprenants attendus est connu")
                .doesNotContain("pas complet")
                .doesNotContain("Faire ou finir l'appel");
        assertThat(shown()).doesNotContain("Données en attente");
        open("/seances?groupe=" + centre.group);
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row).contains("Séance à clôturer").doesNotContain("Données en attente"));
        open("/");
        assertThat(shown()).contains("Séance à clôturer").doesNotContain("Données en attente");
    }

    @ParameterizedTest
    @CsvSource({"PLANNED,Convoqué", "CANCELLED,Séance annulée", "POSTPONED,Séance reportée"})
    void of_a_session_to_come_or_not_held_nothing_is_awaited_and_nothing_corrected(String state, String said) {
        UUID session = centre.session(START);
        if (state.equals("PLANNED")) {
            clock.set(START.minus(Duration.ofDays(1)));
        } else {
            sql.sql("update training_session set stored_state = ? where id = ?")
                    .params(state, session)
                    .update();
        }
        open("/seances/" + session);
        assertThat(rows()).hasSize(4).allSatisfy(row -> assertThat(row).contains(said));
        assertThat(shown())
                .doesNotContain("Données en attente")
                .doesNotContain("aucune trace")
                .doesNotContain("Tous les participants sont reconnus")
                .doesNotContain("Déposer un relevé");
        assertThat(offers("Corriger")).isFalse();

        open("/seances/" + session + "/appel");
        assertThat(shown())
                .contains(state.equals("PLANNED") ? "L'appel n'est pas encore ouvert" : "annulée ou reportée")
                .doesNotContain("pointés");
        assertThat(offers("Présent")).isFalse();
        assertThat(offers("Clôturer")).isFalse();
    }

    @Test
    void what_the_platform_tells_has_been_received_too() {
        UUID session = centre.session(START);
        sql.sql("update training_session set modality = 'ONLINE' where id = ?")
                .param(session)
                .update();
        open("/seances/" + session);
        assertThat(read(styled("assidu-awaiting").getFirst())).contains("Reçu jusqu'ici : rien");
        traces.active(1, minute(20));
        traces.active(2, minute(45));
        open("/seances/" + session);
        assertThat(read(styled("assidu-awaiting").getFirst()))
                .contains("Activité en ligne (xAPI) (2 traces, jusqu'à 09:45)")
                .doesNotContain("rien");
    }

    @Test
    void who_may_be_a_participant_not_recognised_yet_is_said_to_wait_not_to_be_missing() {
        UUID session = video(START);
        zoom(session, 0, -3, 182);
        traces.signed(session, 3, minute(5));
        traces.unknown(session, minute(5), minute(165), "lou-" + centre.code, "Lou Apprenant3", null);
        attendance.sourceComplete(session);
        open("/seances/" + session);
        assertThat(styled("assidu-timeline-learner"))
                .filteredOn(learner -> read(learner).contains("Lou Apprenant3"))
                .first()
                .satisfies(learner -> assertThat(read(learner))
                        .contains("à reconnaître : Lou Apprenant3 (Zoom) est peut-être cette personne")
                        .doesNotContain("jamais connecté")
                        .doesNotContain("aucune connexion"));
    }

    @Test
    void the_clock_of_the_site_is_named_where_the_readers_shows_another_hour() {
        UUID session = centre.session(START);
        open("/seances/" + session);
        assertThat(shown()).contains("lun. 13 sept. 2027, 09:00 – 12:00 ·").doesNotContain("heure de");
        sql.sql(
                        "update site set zone = 'Indian/Reunion' where id = (select site_id from training_session where id = ?)")
                .param(session)
                .update();
        for (String address : List.of("/seances/" + session, "/seances?groupe=" + centre.group)) {
            open(address);
            assertThat(shown() + rows())
                    .as(address)
                    .contains("lun. 13 sept. 2027, 11:00 – 14:00 (heure de La Réunion)")
                    .doesNotContain("09:00");
        }
    }

    @Test
    void who_is_still_connected_is_told_apart() {
        Instant start = clock.instant().minus(Duration.ofMinutes(95));
        UUID running = video(start);
        traces.connected(running, 0, start.plusSeconds(60), null);
        traces.connected(running, 1, start.plusSeconds(120), start.plus(Duration.ofMinutes(70)));
        open("/seances/" + running);
        assertThat(styled("assidu-timeline-learner"))
                .filteredOn(learner -> read(learner).contains("Encore connecté"))
                .hasSize(1);
        assertThat(styled("assidu-presence-detailed"))
                .filteredOn(bar -> within(bar, "assidu-bar-open"))
                .hasSize(1);
    }

    @Test
    void a_status_is_corrected_with_its_reason() {
        UUID session = centre.session(START);
        open("/seances/" + session);
        assertThat(rows()).hasSize(4);
        click("Corriger");
        assertThat(dialog()).contains("Lou Apprenant0");
        choose("Présence retenue", "Absent");
        click("Enregistrer");
        assertThat(dialog()).contains("Indiquez le motif : il figurera sur la feuille.");
        assertThat(attendance.history(session, centre.learners.getFirst()))
                .noneMatch(verdict -> verdict.status() == AttendanceStatus.ABSENT);
        fill("Motif de la correction", "Appel refait");
        click("Enregistrer");
        assertThat(dialogs()).isEmpty();
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains("Lou Apprenant0", "Absent", "Appel refait"));
        assertThat(attendance.ofSession(session))
                .filteredOn(row -> row.learner().id().equals(centre.learners.getFirst()))
                .singleElement()
                .satisfies(row -> assertThat(row.status()).isEqualTo(AttendanceStatus.ABSENT));
    }

    @Test
    void it_follows_what_comes_in_and_keeps_what_is_typed() {
        UUID session = centre.session(START);
        open("/seances/" + session);
        assertThat(rows()).noneMatch(row -> row.contains("Absent"));
        click("Corriger");
        fill("Motif de la correction", "Appel ref");
        attendance.mark(
                session,
                centre.learners.getLast(),
                new Attendance.Mark(AttendanceStatus.ABSENT, null, null, null, null));
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(dialog()).contains("Lou Apprenant0");
        assertThat(field(TextArea.class, "Motif de la correction").getValue()).isEqualTo("Appel ref");
        click("Annuler");
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains("Lou Apprenant3", "Absent"));
    }

    @Test
    void nothing_is_drawn_anew_where_nothing_came_in() {
        UUID session = video(START);
        zoom(session, 0, 0, 60);
        open("/seances/" + session);
        var before = styled("assidu-timeline-learner");
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(styled("assidu-timeline-learner")).isEqualTo(before).isNotEmpty();
        zoom(session, 1, 0, 90);
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(styled("assidu-timeline-learner")).doesNotContainAnyElementsOf(before);
    }

    @Test
    void a_session_outside_its_group_s_dates_is_warned_of() {
        UUID session = centre.session(START);
        open("/seances/" + session);
        assertThat(shown()).doesNotContain("Hors dates du groupe");
        sql.sql("update learner_group set ends_on = date '2027-09-12' where id = ?")
                .param(centre.group)
                .update();
        open("/seances/" + session);
        assertThat(shown()).contains("Hors dates du groupe", "12/09/2027");
    }

    @Test
    void the_hour_that_comes_twice_is_asked_about_and_the_one_that_never_comes_is_refused() {
        sql.sql("update site set zone = 'Europe/Paris' where id = (select site_id from learner_group where id = ?)")
                .param(centre.group)
                .update();
        UUID session = centre.session(Instant.parse("2026-10-25T00:00:00Z"));
        open("/seances/" + session);
        click("Corriger");
        choose("Présence retenue", "Retard");
        set("Arrivée", LocalTime.of(2, 30));
        fill("Motif de la correction", "Appel refait");
        click("Enregistrer");
        assertThat(notice()).contains("arrive deux fois");
        set("Cette heure arrive deux fois cette nuit-là", true);
        click("Enregistrer");
        assertThat(dialogs()).isEmpty();
        assertThat(attendance.ofSession(session))
                .filteredOn(row -> row.learner().id().equals(centre.learners.getFirst()))
                .singleElement()
                .satisfies(row -> assertThat(row.verdict().minutes().late()).isEqualTo(90));
    }

    @Test
    void why_a_status_is_retained_is_read_in_english_and_an_old_sentence_as_it_was_written() {
        UUID session = video(START);
        zoom(session, 0, -3, 182);
        zoom(session, 1, 2, 40);
        zoom(session, 2, 20, 182);
        traces.signed(session, 3, minute(5));
        attendance.sourceComplete(session);
        String old = "feuille d'émargement signée par l'apprenant";
        sql.sql("update verdict set why = ? where session_id = ? and learner_id = ?")
                .params(old, session, centre.learners.get(3))
                .update();
        UI.getCurrent().setLocale(Locale.ENGLISH);
        open("/seances/" + session);
        assertThat(rows())
                .anySatisfy(row -> assertThat(row).contains("165 of 165 min (100%), at least 80% of the taught time"))
                .anySatisfy(row -> assertThat(row).contains("38 of 165 min (23%), under the threshold of 80%"))
                .anySatisfy(row -> assertThat(row)
                        .contains("145 of 165 min (87.9%), arrived 20 min after the start (tolerance: 10 min)"))
                .anySatisfy(row -> assertThat(row).contains(old));
        assertThat(styled("assidu-timeline-learner"))
                .anySatisfy(learner -> assertThat(read(learner)).contains("38 of 165 min (23%)"));
        assertThat(shown()).doesNotContain("rules.presence", "min sur");
        click("History");
        assertThat(dialog()).contains("165 of 165 min (100%), at least 80% of the taught time");
    }

    @Test
    void who_only_looks_changes_nothing() {
        UUID session = centre.session(START);
        signIn("a-" + centre.code, Role.AUDITOR, SmallCentre.id());
        open("/seances/" + session);
        assertThat(rows()).hasSize(4);
        assertThat(offers("Corriger")).isFalse();
        assertThat(shown()).doesNotContain("Faire l'appel");
    }

    private boolean within(com.vaadin.flow.component.Component place, String className) {
        return place.getElement().getOuterHTML().contains(className);
    }

    private void zoom(UUID session, int learner, int from, int to) {
        traces.connected(session, learner, minute(from), minute(to));
    }

    private static Instant minute(int after) {
        return START.plus(Duration.ofMinutes(after));
    }

    /** Three hours with a quarter of an hour's break after an hour and a half. */
    private UUID video(Instant start) {
        UUID id = centre.session(start);
        sql.sql("update training_session set modality = 'VIDEO', taught_minutes = 165, meeting_provider = 'ZOOM',"
                        + " meeting_id = ? where id = ?")
                .params("864" + start.getEpochSecond(), id)
                .update();
        sql.sql("insert into session_break values (?, 0, ?, ?)")
                .params(
                        id,
                        start.plus(Duration.ofMinutes(90)).atOffset(ZoneOffset.UTC),
                        start.plus(Duration.ofMinutes(105)).atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }
}
