package fr.educentre.assidu.sources.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.evidence.Deliveries;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What became of a delivery, for whoever reads English. */
class DeliveriesInEnglishIT extends ViewTest {

    @Autowired
    Deliveries deliveries;

    private final String partner = UUID.randomUUID().toString();

    @AfterEach
    void nothing_is_left() {
        sql.sql("delete from delivery where received_by = ?").param(partner).update();
    }

    @Test
    void a_result_is_read_in_english_and_an_old_sentence_as_it_was_written() {
        UUID told = received();
        UUID old = received();
        deliveries.processed(told, Wording.of("connectors.outcome.traces", 2));
        deliveries.processed(old, Wording.NONE);
        sql.sql("update delivery set outcome = ? where id = ?")
                .params("3 traces enregistrée(s) ou déjà connue(s).", old)
                .update();
        var centre = new SmallCentre(sql, 1);
        signIn("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        UI.getCurrent().setLocale(Locale.ENGLISH);
        open("/connecteurs");
        assertThat(shown())
                .contains("2 traces recorded or already known.", "3 traces enregistrée(s) ou déjà connue(s).")
                .doesNotContain("connectors.outcome", "Livraisons reçues");
    }

    private UUID received() {
        return deliveries.receive(new Deliveries.Received(
                "signatures", partner, null, null, Map.of(), null, "{}".getBytes(StandardCharsets.UTF_8)));
    }
}
