package fr.educentre.assidu.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.Axe;
import fr.educentre.assidu.testing.BrowserTest;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A quality manager explains a partner's columns once, tries, saves, imports. */
class ExplainAPartnersFileWalkIT extends BrowserTest {

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Test
    void a_file_with_unknown_headings_is_explained_and_imported() {
        var centre = new SmallCentre(sql, 2);
        UUID session = centre.session(Instant.parse("2026-11-05T08:00:00Z"));
        calls.account("qm-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        Page page = signedIn("qm-" + centre.code, calls.password(), 1280, 1000);
        follow(page, "/connecteurs/partenaires");
        Locator partner = page.locator("vaadin-combo-box input").first();
        partner.fill("w" + centre.code);
        partner.press("Enter");
        page.waitForSelector("text=Aucun modèle pour ce partenaire");
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("export.csv", "text/csv", """
                        Cours %1$s;Identifiant;Présence;Mot
                        SE-%2$s;L-%1$s0;Ici;bien
                        SE-%2$s;L-%1$s1;Pas ici;
                        SE-%2$s;L-%1$s1;Perdu;
                        """.formatted(centre.code, session)
                        .getBytes(StandardCharsets.UTF_8)));
        page.waitForSelector("text=En-têtes reconnus en partie");
        Lists.choose(page, "Cours " + centre.code, "Code de la séance");
        Lists.choose(page, "Ici", "Présent");
        Lists.choose(page, "Pas ici", "Absent");
        page.getByText("Essayer sans enregistrer").click();
        page.waitForSelector("text=Essai : 2 traces pour 1 séance ; 1 ligne à corriger");
        screenshot(page, "partenaires-1280");
        page.evaluate("() => document.querySelector('vaadin-app-layout')?.scrollTo?.(0, 0)");
        assertThat(Axe.graveFaults(page)).isEmpty();
        page.setViewportSize(390, 844);
        page.waitForTimeout(500);
        screenshot(page, "partenaires-390-bas");
        page.locator("vaadin-upload").scrollIntoViewIfNeeded();
        screenshot(page, "partenaires-390");
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        page.setViewportSize(1280, 1000);
        page.getByText("Enregistrer le modèle").click();
        page.waitForSelector("text=Modèle enregistré pour w" + centre.code);
        page.getByText("Importer le fichier").click();
        page.waitForSelector("text=Import : 2 traces nouvelles pour 1 séance");
        screenshot(page, "partenaires-import-1280");
        assertThat(sql.sql("select count(*) from evidence where session_id = ?")
                        .param(session)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(sql.sql("select count(*) from partner_mapping where partner = ?")
                        .param("w" + centre.code)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
