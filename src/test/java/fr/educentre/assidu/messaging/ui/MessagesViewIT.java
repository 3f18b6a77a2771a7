package fr.educentre.assidu.messaging.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails by learner and state, one read with why it was written, one that failed stopped. */
class MessagesViewIT extends ViewTest {

    private static final Instant NOW = Instant.parse("2027-11-02T09:00:00Z");

    private SmallCentre centre;

    @BeforeEach
    void a_quality_manager() {
        clock.set(NOW);
        centre = new SmallCentre(sql, 1);
        signIn("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    @AfterEach
    void no_mail_is_left() {
        sql.sql("delete from message where learner_id = ?")
                .param(centre.learners.getFirst())
                .update();
    }

    @Test
    void nothing_left_to_this_learner() {
        open("/courriels?apprenant=" + centre.learners.getFirst());
        assertThat(rows()).isEmpty();
        assertThat(shown()).contains("Aucun courriel", "apparaîtront ici");
    }

    @Test
    void one_that_failed_is_read_and_stopped() {
        message("SENT", null);
        UUID failed = message("FAILED", "550 boîte pleine");
        open("/courriels?apprenant=" + centre.learners.getFirst());
        assertThat(rows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).contains("Lou Apprenant0", "Faisons le point"))
                .anySatisfy(row -> assertThat(row).contains("Envoyé"))
                .anySatisfy(row -> assertThat(row).contains("En échec"));
        choose("État", "En échec");
        assertThat(rows()).hasSize(1);
        open("/courriels?apprenant=" + centre.learners.getFirst() + "&courriel=" + failed);
        assertThat(shown())
                .contains(
                        "Lou Apprenant0 <" + centre.email(0) + ">",
                        "Trois absences",
                        "550 boîte pleine",
                        "Bonjour Lou");
        click("Arrêter");
        assertThat(sql.sql("select state from message where id = ?")
                        .param(failed)
                        .query(String.class)
                        .single())
                .isEqualTo("STOPPED");
        assertThat(offers("Arrêter")).isFalse();
        assertThat(rows()).anySatisfy(row -> assertThat(row).contains("Arrêté"));
    }

    @Test
    void one_that_failed_is_marked_as_dealt_with_and_counts_no_more() {
        UUID failed = message("FAILED", "550 boîte pleine");
        open("/courriels?courriel=" + failed);
        assertThat(shown()).contains("Que faire", "Livraison incertaine");
        assertThat(waiting(failed)).isTrue();
        click("Marquer comme traité");
        open("/courriels?courriel=" + failed);
        assertThat(shown()).contains("Marqué comme traité");
        assertThat(offers("Marquer comme traité")).isFalse();
        assertThat(waiting(failed)).isFalse();
    }

    @Test
    void the_mail_server_is_tested_from_the_screen() {
        open("/courriels");
        assertThat(shown()).contains("Serveur de messagerie");
        click("Tester la liaison");
        assertThat(shown()).contains("Le serveur répond.");
    }

    private boolean waiting(UUID message) {
        return sql.sql("select settled_at is null from message where id = ?")
                .param(message)
                .query(Boolean.class)
                .single();
    }

    @Test
    void an_auditor_reads_and_stops_nothing() {
        UUID failed = message("FAILED", "550 boîte pleine");
        signIn("a-" + centre.code, Role.AUDITOR, SmallCentre.id());
        open("/courriels?courriel=" + failed);
        assertThat(shown()).contains("Bonjour Lou");
        assertThat(offers("Arrêter")).isFalse();
    }

    private UUID message(String state, @org.jspecify.annotations.Nullable String problem) {
        UUID id = SmallCentre.id();
        sql.sql("""
                        insert into message (id, idempotency_key, template_key, template_version, locale, recipient_kind,
                                             recipient_name, recipient_address, learner_id, subject, body, why, state,
                                             problem, created_at)
                        values (?, ?, 'relaunch', 1, 'fr', 'LEARNER', 'Lou Apprenant0', ?, ?, 'Faisons le point',
                                'Bonjour Lou', 'Trois absences', ?, ?, ?)
                        """)
                .params(
                        id,
                        "essai-" + id,
                        centre.email(0),
                        centre.learners.getFirst(),
                        state,
                        problem,
                        NOW.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }
}
