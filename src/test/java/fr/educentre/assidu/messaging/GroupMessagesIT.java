package fr.educentre.assidu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.messaging.GroupMessages.Letter;
import fr.educentre.assidu.messaging.GroupMessages.Written;
import fr.educentre.assidu.messaging.Outbox.MessageView;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may write to learners of a group, and that each gets one message. */
@AssiduIT
class GroupMessagesIT {

    private static final Letter LETTER = new Letter("Salle changée", "Demain, salle B12.\n${prenom} [(${nom})]");

    @Autowired
    GroupMessages messages;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    private SmallCentre centre;

    @BeforeEach
    void a_group_of_three() {
        centre = new SmallCentre(sql, 3);
        centre.session(Instant.parse("2029-04-02T07:00:00Z"));
        act("t-", Role.TRAINER, centre.trainer);
    }

    private void act(String who, Role role, UUID person) {
        calls.actAs(who + centre.code, role, person);
    }

    @Test
    void each_learner_chosen_gets_one_message_and_the_journal_one_line() {
        UUID key = SmallCentre.id();
        List<UUID> chosen = List.of(centre.learners.get(0), centre.learners.get(2), centre.learners.get(0));
        assertThat(messages.write(key, centre.group, chosen, LETTER)).isEqualTo(new Written(2, List.of()));
        messages.write(key, centre.group, chosen, LETTER);

        assertThat(outbox.ofLearner(centre.learners.get(1))).isEmpty();
        assertThat(outbox.ofLearner(centre.learners.get(0))).singleElement().satisfies(one -> {
            assertThat(one.content().subject()).isEqualTo("Salle changée");
            assertThat(one.content().text())
                    .startsWith("Bonjour Lou,")
                    .contains("Demain, salle B12.\n${prenom} [(${nom})]", "t-" + centre.code);
            assertThat(one.recipient().address()).isEqualTo(centre.email(0));
        });
        assertThat(sql.sql("select count(*) from journal_entry where action = 'group.written' and subject_id = ?")
                        .param(centre.group.toString())
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void whoever_has_no_address_is_named_and_the_others_are_written_to() {
        sql.sql("update learner set email = null where id = ?")
                .param(centre.learners.get(1))
                .update();
        assertThat(messages.write(SmallCentre.id(), centre.group, centre.learners, LETTER))
                .isEqualTo(new Written(2, List.of("Lou Apprenant1")));
    }

    @Test
    void a_preview_is_the_message_and_writes_nothing() {
        MessageView.Content shown = messages.preview(centre.group, centre.learners.getFirst(), LETTER);
        assertThat(shown.text()).startsWith("Bonjour Lou,").contains("Demain, salle B12.");
        assertThat(outbox.ofLearner(centre.learners.getFirst())).isEmpty();
    }

    @Test
    void what_is_amiss_is_said_field_by_field_and_nothing_is_written() {
        assertThatThrownBy(() ->
                        messages.write(SmallCentre.id(), centre.group, List.of(), new Letter(" ", "x".repeat(4_001))))
                .isInstanceOfSatisfying(
                        InvalidContent.class,
                        refused -> assertThat(refused.problems())
                                .extracting(FieldProblem::field)
                                .containsExactlyInAnyOrder("subject", "text", "learners"));
        UUID stranger = new SmallCentre(sql, 1).learners.getFirst();
        assertThatThrownBy(() -> messages.write(
                        SmallCentre.id(), centre.group, List.of(centre.learners.getFirst(), stranger), LETTER))
                .isInstanceOf(InvalidContent.class);
        assertThat(outbox.ofLearner(centre.learners.getFirst())).isEmpty();
        assertThat(outbox.ofLearner(stranger)).isEmpty();
    }

    @Test
    void a_trainer_writes_to_groups_they_teach_a_referent_to_those_they_follow() {
        assertThat(messages.offered(centre.group)).isTrue();
        act("x-", Role.TRAINER, SmallCentre.id());
        assertThat(messages.offered(centre.group)).isFalse();
        act("r-", Role.REFERENT, centre.referent);
        assertThat(messages.offered(centre.group)).isTrue();
        act("y-", Role.REFERENT, SmallCentre.id());
        assertThat(messages.offered(centre.group)).isFalse();
        assertThatThrownBy(() -> messages.write(SmallCentre.id(), centre.group, centre.learners, LETTER))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.kind()).isEqualTo(Refusal.Kind.NOT_YOURS));
    }

    @Test
    void a_program_writes_once_for_a_key() {
        String body =
                "{\"learners\":[\"" + centre.learners.getFirst() + "\"],\"subject\":\"Salle\",\"text\":\"Salle B12\"}";
        assertThat(post(body).body()).isEqualTo(post(body).body()).contains("\"messages\":1");
        assertThat(outbox.ofLearner(centre.learners.getFirst())).hasSize(1);
        assertThat(post("{\"learners\":[null]}").statusCode()).isEqualTo(422);
        assertThat(post("{}").statusCode()).isEqualTo(422);
    }

    private HttpResponse<String> post(String body) {
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/groups/" + centre.group + "/messages"))
                .header("Authorization", calls.authorization("t-" + centre.code))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "once")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
