package fr.educentre.assidu.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token is made on its screen, shown once and taken back; sessions are seen on the screen of accounts. */
class OwnTokensViewIT extends ViewTest {

    private final String code = Long.toString(System.nanoTime(), 36);

    @BeforeEach
    void a_day() {
        clock.set(Instant.parse("2026-11-23T11:00:00Z"));
    }

    @Test
    void a_token_is_shown_once_listed_without_its_value_and_revoked() {
        signIn("t-" + code, Role.TRAINER, SmallCentre.id());
        open("/mes-jetons");
        assertThat(shown()).contains("Aucun jeton");
        click("Nouveau jeton");
        click("Créer le jeton");
        assertThat(dialog()).contains("Un champ est à corriger");
        fill("Nom : à quoi il sert", "Tableau de bord");
        click("Créer le jeton");
        String value = field(TextField.class, "Valeur du jeton").getValue();
        assertThat(value).startsWith("asd_");
        click("Fermer");
        assertThat(shown())
                .contains("Tableau de bord", "Lecture seule", "Jamais utilisé", "23 nov. 2027")
                .doesNotContain(value);
        click("Révoquer le jeton Tableau de bord");
        assertThat(shown()).contains("Aucun jeton");
    }

    @Test
    void an_administrator_sees_a_session_and_ends_it() {
        signIn("a-" + code, Role.ADMIN, SmallCentre.id());
        calls.account("s-" + code, Role.TRAINER, SmallCentre.id());
        UUID session = SmallCentre.id();
        sql.sql("insert into account_session (id, account_id, address, browser, started_at, last_seen_at)"
                        + " select ?, id, '10.1.2.3', 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/145.0',"
                        + " '2026-11-23T10:50:00Z', '2026-11-23T10:58:00Z' from account where username = ?")
                .params(session, "s-" + code)
                .update();
        open("/centre/comptes?q=s-" + code);
        click("s-" + code);
        click("Sessions ouvertes");
        assertThat(dialog()).contains("Firefox sur Windows", "10.1.2.3", "11:50", "11:58");
        click("Fermer la session de Firefox sur Windows depuis 10.1.2.3");
        assertThat(dialog()).contains("Personne n'est connecté");
        assertThat(sql.sql("select ended_at is not null from account_session where id = ?")
                        .param(session)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        click("Fermer");
        click("Historique");
        assertThat(dialog()).contains("une session fermée par a-" + code);
    }
}
