package fr.educentre.assidu.sources.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.sources.core.SourceConnections;
import fr.educentre.assidu.sources.core.SourceConnections.Health;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each source says how it is doing; its settings are shown without secrets, and only the administrator changes them. */
class SourcesViewIT extends ViewTest {

    @Autowired
    SourceConnections connections;

    @Test
    void every_source_says_how_it_is_doing() {
        signIn("q-" + new SmallCentre(sql, 1).code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/connecteurs");
        assertThat(shown())
                .contains(
                        "Zoom", "Microsoft Teams", "BigBlueButton", "Dernier succès", "Livraisons des dernières 24 h");
    }

    @Test
    void a_source_is_ready_only_once_its_test_has_passed_with_the_settings_that_it_has() {
        signIn("a-" + new SmallCentre(sql, 1).code, Role.ADMIN, SmallCentre.id());
        // What others delivered and could not be read says that a source fails, whatever its settings.
        sql.sql("update delivery set state = 'PROCESSED' where connector = 'signatures' and state = 'FAILED'")
                .update();
        sql.sql("delete from connector_state where connector = 'signatures'").update();
        // Partners whose files were explained by other tests have no secret.
        sql.sql("delete from partner_mapping").update();
        sql.sql("delete from connector_setting where connector = 'signatures' or connector like 'signatures.%'")
                .update();
        connections.set("signatures", Map.of("partners", "essai"));
        connections.set("signatures", Map.of("essai.secret", "un-secret-assez-long"));
        try {
            assertThat(health("signatures")).isEqualTo(Health.TO_TEST);
            open("/connecteurs");
            assertThat(shown()).contains("À tester", "Dernier test");
            click("Tester Partenaires d'émargement");
            click("Fermer");
            assertThat(health("signatures")).isEqualTo(Health.READY);
            assertThat(shown()).contains("Prêt", "En ordre");

            connections.set("signatures", Map.of("essai.secret", ""));
            assertThat(health("signatures")).as("other settings").isNotEqualTo(Health.READY);
            connections.test("signatures");
            assertThat(health("signatures")).isEqualTo(Health.TO_SET_UP);
        } finally {
            connections.set("signatures", Map.of("partners", ""));
        }
    }

    private Health health(String connector) {
        return connections.all().stream()
                .filter(one -> one.described().name().equals(connector))
                .findFirst()
                .orElseThrow()
                .health();
    }

    @Test
    void the_quality_manager_reads_settings_and_changes_none() {
        signIn("q-" + new SmallCentre(sql, 1).code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/connecteurs");
        click("Configurer Zoom");
        assertThat(dialog())
                .contains("Configurer Zoom", "Seul l'administrateur modifie ces réglages.")
                .doesNotContain("test-zoom-secret");
        assertThat(offers("Enregistrer")).isFalse();
        click("Annuler");
        assertThat(dialogs()).isEmpty();
    }

    @Test
    void the_administrator_is_offered_to_save_them() {
        signIn("a-" + new SmallCentre(sql, 1).code, Role.ADMIN, SmallCentre.id());
        open("/connecteurs");
        click("Configurer Zoom");
        assertThat(offers("Enregistrer")).isTrue();
        assertThat(dialog()).doesNotContain("test-zoom-secret");
    }
}
