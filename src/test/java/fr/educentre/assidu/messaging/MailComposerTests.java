package fr.educentre.assidu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.educentre.assidu.messaging.Outbox.NewMessage;
import fr.educentre.assidu.messaging.Outbox.Recipient;
import fr.educentre.assidu.messaging.Outbox.RecipientKind;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.LearnerInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailComposerTests {

    private static final Wording WHY = new Wording.Written("why");
    private static final UUID WRITTEN = new UUID(0, 7);

    private final List<NewMessage> written = new ArrayList<>();
    private final Outbox outbox = mock(Outbox.class);
    private final MailComposer mails = new MailComposer(outbox, "https://assidu.example/");

    @BeforeEach
    void note() {
        when(outbox.enqueue(any())).thenAnswer(call -> {
            written.add(call.getArgument(0));
            return WRITTEN;
        });
    }

    @Test
    void a_mail_goes_to_the_learner_it_is_about_and_greets_them() {
        var lea = learner("lea@example.org");
        assertThat(mails.about(lea).with("date", "lundi").send("key", "template", WHY, "alert:1"))
                .contains(WRITTEN);
        assertThat(written)
                .containsExactly(new NewMessage(
                        "key",
                        "template",
                        new Recipient(RecipientKind.LEARNER, "Léa Roy", "lea@example.org", lea.id()),
                        Map.of("prenom", "Léa", "nom", "Léa Roy", "date", "lundi"),
                        WHY,
                        "alert:1"));
    }

    @Test
    void somebody_else_is_written_to_about_the_learner() {
        var lea = learner(null);
        mails.about(lea).to(RecipientKind.EMPLOYER, "Ana", "ana@example.org").send("key", "template", WHY, "alert:1");
        assertThat(written)
                .extracting(NewMessage::recipient)
                .containsExactly(new Recipient(RecipientKind.EMPLOYER, "Ana", "ana@example.org", lea.id()));
    }

    @Test
    void whoever_has_no_address_is_not_written_to() {
        var mail = mails.about(learner(null));
        assertThat(mail.hasAddress()).isFalse();
        assertThat(mail.send("key", "template", WHY, "alert:1")).isEmpty();
        assertThat(mails.about(learner("lea@example.org"))
                        .to(RecipientKind.TRAINER, "Ana", null)
                        .send("key", "template", WHY, "alert:1"))
                .isEmpty();
        assertThat(written).isEmpty();
    }

    @Test
    void a_link_leads_to_a_page_of_this_application_or_where_it_says() {
        assertThat(link("/espace")).isEqualTo("https://assidu.example/espace");
        assertThat(link("https://assidu.example/justifier?t=1")).isEqualTo("https://assidu.example/justifier?t=1");
        assertThat(link("")).isEmpty();
    }

    @Test
    void what_a_rule_adds_replaces_nothing_that_is_known_nor_the_centres_own_name() {
        mails.about(learner("lea@example.org"))
                .with("constat", "3 absences")
                .otherwise(Map.of("nom", "x", "constat", "x", "organisme", "x", "telephone", "x", "duree", "2 h"))
                .send("key", "template", WHY, "alert:1");
        assertThat(written.getFirst().values())
                .isEqualTo(Map.of("prenom", "Léa", "nom", "Léa Roy", "constat", "3 absences", "duree", "2 h"));
    }

    private String link(String to) {
        mails.about(learner("lea@example.org")).link(to).send("key", "template", WHY, "alert:1");
        return written.getLast().values().getOrDefault("lien", "none");
    }

    private static LearnerInfo learner(@Nullable String email) {
        return new LearnerInfo(new UUID(0, 1), "A1", "Léa", "Roy", email, null, null);
    }
}
