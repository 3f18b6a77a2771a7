package fr.educentre.assidu.sources.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import org.junit.jupiter.api.Test;

/** Each source says how it is doing; its settings are shown without secrets, and only the administrator changes them. */
class SourcesViewIT extends ViewTest {

    @Test
    void every_source_says_how_it_is_doing() {
        signIn("q-" + new SmallCentre(sql, 1).code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/connecteurs");
        assertThat(shown())
                .contains(
                        "Zoom", "Microsoft Teams", "BigBlueButton", "Dernier succès", "Livraisons des dernières 24 h");
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
