package fr.educentre.assidu.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.SystemActor;
import fr.educentre.assidu.messaging.Outbox;
import fr.educentre.assidu.messaging.Outbox.MessageView;
import fr.educentre.assidu.messaging.Outbox.NewMessage;
import fr.educentre.assidu.messaging.Outbox.Recipient;
import fr.educentre.assidu.messaging.Outbox.RecipientKind;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.SqlCounter;
import fr.educentre.assidu.workflow.TaskKind;
import fr.educentre.assidu.workflow.TaskList;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AssiduIT
class StoredOutboxIT {

    @Autowired
    Outbox outbox;

    @Autowired
    MessageSendingJob sending;

    @Autowired
    GreenMail server;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MutableClock clock;

    @Autowired
    BackgroundWork background;

    @Autowired
    SqlCounter counter;

    @Autowired
    MessageQueries queries;

    @Autowired
    FailedMails failures;

    @Autowired
    MailServer mailServer;

    @Autowired
    TaskList tasks;

    @Autowired
    TaskService engineTasks;

    @Autowired
    RuntimeService processes;

    @Autowired
    Calls calls;

    @Autowired
    CurrentActor current;

    @AfterEach
    void the_system_again() {
        Calls.actAsSystem();
    }

    private static final String TOKEN = "ayRnMyd0ctFt5s7bXPFP5PQSM0fwAwmd";

    private final String key = UUID.randomUUID().toString();
    private final String address = key + "@learners.example";

    @Test
    void a_message_leaves_once_with_what_was_written_when_it_was_decided() throws Exception {
        UUID id = outbox.enqueue(message("Zoé"));
        becomes(id, "SENT");
        MimeMessage mail = received().getFirst();
        assertThat(mail.getSubject()).isEqualTo("Faisons le point sur votre assiduité");
        assertThat(mail.getContent().toString()).contains("Bonjour Zoé,").contains("3 demi-journées");
        assertThat(mail.getHeader("Message-ID")[0]).contains(id.toString()).endsWith("@assidu.test>");
        assertThat(mail.getFrom()[0].toString()).isEqualTo("ne-pas-repondre@assidu.test");
        sending.run(new MessageSendingJob.Sending(id));
        assertThat(received()).hasSize(1);
        assertThat(view(id).delivery().state()).isEqualTo("SENT");
    }

    @Test
    void the_same_key_twice_is_one_message() {
        UUID first = outbox.enqueue(message("Zoé"));
        assertThat(outbox.enqueue(message("Autre"))).isEqualTo(first);
        becomes(first, "SENT");
        assertThat(received()).hasSize(1);
    }

    @Test
    void the_same_key_by_many_at_once_is_one_message() {
        List<CompletableFuture<UUID>> all = IntStream.range(0, 8)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> SystemActor.call(() -> outbox.enqueue(message("Zoé")))))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        becomes(all.getFirst().join(), "SENT");
        assertThat(received()).hasSize(1);
    }

    @Test
    void a_decision_that_is_rolled_back_sends_nothing() {
        UUID[] id = new UUID[1];
        transaction.executeWithoutResult(status -> {
            id[0] = outbox.enqueue(message("Zoé"));
            status.setRollbackOnly();
        });
        assertThat(outbox.find(id[0])).isEmpty();
        assertThat(received()).isEmpty();
    }

    @Test
    void a_server_that_is_down_is_tried_again_when_it_is_back() {
        server.stop();
        UUID id;
        try {
            id = outbox.enqueue(message("Zoé"));
            background.runDue();
            assertThat(view(id).delivery().problem()).isNotNull();
            assertThat(view(id).delivery().state()).isEqualTo("QUEUED");
        } finally {
            server.start();
        }
        background.leap(clock.instant().plus(Duration.ofMinutes(2)));
        becomes(id, "SENT");
        assertThat(view(id).delivery().problem()).isNull();
        assertThat(received()).hasSize(1);
    }

    @Test
    void a_message_whose_sending_was_interrupted_waits_for_a_person() {
        UUID id = queuedWithoutJob();
        sql.sql("update message set state = 'SENDING' where id = ?").param(id).update();
        sending.run(new MessageSendingJob.Sending(id));
        assertThat(view(id).delivery().state()).isEqualTo("FAILED");
        assertThat(view(id).delivery().problem()).startsWith("Livraison incertaine");
        assertThat(received()).isEmpty();
        outbox.resend(id);
        becomes(id, "SENT");
        assertThat(received()).hasSize(1);
    }

    @Test
    void a_stopped_message_never_leaves_and_one_that_left_cannot_be_stopped() {
        UUID id = queuedWithoutJob();
        outbox.stop(id);
        sending.run(new MessageSendingJob.Sending(id));
        assertThat(view(id).delivery().state()).isEqualTo("STOPPED");
        assertThat(received()).isEmpty();
        assertThatThrownBy(() -> outbox.stop(id)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> outbox.resend(id)).isInstanceOf(Refusal.class);
    }

    @Test
    void messages_are_stopped_by_their_matter_and_template_whatever_their_reason_says() {
        String matter = "absence:" + key;
        String why = "Absence constatée, demi-journée 2026-11-23/AM";
        UUID asked = unsent("request", "absences-repetees", why, matter);
        UUID reworded = unsent("reworded", "absences-repetees", "Absent on Monday morning", matter);
        UUID reminder = unsent("reminder", "foad-inactivite", why, matter);
        UUID ofAnother = unsent("other", "absences-repetees", why, "absence:another-" + key);
        outbox.stopUnsent(matter, Set.of("absences-repetees"));
        assertThat(view(asked).delivery().state()).isEqualTo("STOPPED");
        assertThat(view(reworded).delivery().state()).isEqualTo("STOPPED");
        assertThat(view(reminder).delivery().state()).isEqualTo("FAILED");
        assertThat(view(ofAnother).delivery().state()).isEqualTo("FAILED");
    }

    @Test
    void an_address_that_carries_a_header_is_written_to_by_nobody() {
        var attack = message("Zoé", address + "\r\nBcc: other@example.org");
        UUID id = outbox.enqueue(attack);
        assertThat(view(id).delivery().state()).isEqualTo("FAILED");
        assertThat(view(id).delivery().problem()).contains("adresse");
        assertThat(view(id).recipient().address()).doesNotContain("\n");
    }

    @Test
    void a_name_that_carries_a_header_stays_a_name() throws Exception {
        UUID id = outbox.enqueue(message("Zoé\r\nBcc: other@example.org"));
        becomes(id, "SENT");
        MimeMessage mail = received().getFirst();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Bcc")).isNull();
    }

    @Test
    void a_signed_link_is_read_by_its_recipient_alone() throws Exception {
        UUID id = outbox.enqueue(linked(address));
        assertThat(row(id)).contains("/j/•••").doesNotContain(TOKEN);
        assertThat(view(id).content().text()).contains("/j/•••").doesNotContain(TOKEN);

        becomes(id, "SENT");
        assertThat(received().getFirst().getContent().toString()).contains("http://assidu.test/j/" + TOKEN);
        assertThat(row(id)).doesNotContain(TOKEN);
        assertThat(sealed(id)).as("nothing is left of it once it has left").isFalse();
    }

    @Test
    void a_link_waits_sealed_with_a_message_that_is_tried_again() throws Exception {
        UUID id = outbox.enqueue(linked("not an address"));
        sql.sql("update message set recipient_address = ? where id = ?")
                .params(address, id)
                .update();
        assertThat(sealed(id)).isTrue();
        outbox.resend(id);
        becomes(id, "SENT");
        assertThat(received().getFirst().getContent().toString()).contains("/j/" + TOKEN);
    }

    @Test
    void a_link_that_never_leaves_is_forgotten() {
        UUID id = outbox.enqueue(linked("not an address"));
        outbox.stop(id);
        assertThat(sealed(id)).isFalse();
    }

    @Test
    void a_link_kept_whole_before_links_were_sealed_is_masked_wherever_it_is_read() throws Exception {
        UUID id = queuedWithoutJob();
        sql.sql("update message set body = ? where id = ?")
                .params("Ici : http://assidu.test/j/" + TOKEN, id)
                .update();
        assertThat(view(id).content().text()).contains("/j/•••").doesNotContain(TOKEN);
        sending.run(new MessageSendingJob.Sending(id));
        assertThat(received().getFirst().getContent().toString()).contains("/j/" + TOKEN);
        assertThat(row(id)).contains("/j/•••").doesNotContain(TOKEN);
    }

    private NewMessage linked(String to) {
        NewMessage plain = message("Zoé", to);
        Map<String, String> values = new HashMap<>(plain.values());
        values.put("lien", "http://assidu.test/j/" + TOKEN);
        return new NewMessage(
                plain.idempotencyKey(),
                plain.templateKey(),
                plain.recipient(),
                values,
                plain.why(),
                plain.correlation());
    }

    private String row(UUID id) {
        return sql.sql("select row_to_json(m)::text from message m where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private boolean sealed(UUID id) {
        return sql.sql("select links_cipher is not null from message where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    @Test
    void a_mail_that_failed_is_a_task_of_the_quality_manager_until_it_is_dealt_with() {
        UUID id = outbox.enqueue(message("Zoé", "not an address"));
        String task = task(id).orElseThrow();
        Actor quality = quality();
        TaskList.TaskView shown = tasks.get(quality, task);
        assertThat(shown.title()).contains("Zoé", "Faisons le point");
        assertThat(shown.facts().values())
                .anySatisfy(what -> assertThat(what).contains("Renvoyer", "marquez comme traité"))
                .contains("/courriels?courriel=" + id);
        long waiting = queries.needingSomeone();
        tasks.complete(quality, task, TaskKind.Decision.DONE, "Jointe au téléphone");
        assertThat(task(id)).isEmpty();
        assertThat(view(id).delivery().settled()).isTrue();
        assertThat(queries.needingSomeone()).isEqualTo(waiting - 1);
        assertThat(sql.sql("select settled_note from message where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("Jointe au téléphone");
    }

    @Test
    void a_mail_of_which_nobody_knows_whether_it_left_is_a_task_too() {
        quality();
        UUID id = queuedWithoutJob();
        sql.sql("update message set state = 'FAILED' where id = ?").param(id).update();
        queries.settle(id, "");
        background.runDue();
        sql.sql("update message set state = 'SENDING', settled_at = null where id = ?")
                .param(id)
                .update();
        sending.run(new MessageSendingJob.Sending(id));
        assertThat(task(id)).isPresent();
    }

    @Test
    void the_task_ends_when_the_mail_is_sent_again_stopped_or_dealt_with_elsewhere() {
        quality();
        for (Consumer<UUID> way : List.<Consumer<UUID>>of(
                outbox::resend,
                outbox::stop,
                id -> queries.settle(id, "Vu"),
                id -> outbox.stopUnsent("alert:" + key, Set.of("absences-repetees")))) {
            UUID id = outbox.enqueue(withKey(key + UUID.randomUUID()));
            assertThat(task(id)).isPresent();
            sql.sql("update message set recipient_address = ? where id = ?")
                    .params(address, id)
                    .update();
            way.accept(id);
            background.runDue();
            assertThat(task(id)).isEmpty();
        }
    }

    @Test
    void a_learner_whose_address_was_put_right_is_written_to_there() {
        var centre = new SmallCentre(sql, 1);
        UUID id = outbox.enqueue(to(RecipientKind.LEARNER, centre.learners.getFirst(), "not an address"));
        quality();
        assertThatThrownBy(() -> queries.resendTo(id, address))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("refusal.message.itsRecipients"));
        queries.resend(id);
        assertThat(view(id).recipient().address()).isEqualTo(centre.email(0));
        background.runDue();
        assertThat(view(id).delivery().state()).isEqualTo("SENT");
    }

    @Test
    void a_mail_to_others_goes_to_another_address_unless_it_holds_a_link() {
        quality();
        UUID plain = outbox.enqueue(to(RecipientKind.EMPLOYER, null, "not an address"));
        assertThatThrownBy(() -> queries.resendTo(plain, "still not one")).isInstanceOf(Refusal.class);
        queries.resendTo(plain, address);
        becomes(plain, "SENT");
        assertThat(received()).hasSize(1);

        NewMessage linked = linked("not an address");
        UUID itsRecipients = outbox.enqueue(new NewMessage(
                key + "linked",
                linked.templateKey(),
                new Recipient(RecipientKind.GUARDIAN, "Zoé", "not an address", null),
                linked.values(),
                linked.why(),
                linked.correlation()));
        assertThatThrownBy(() -> queries.resendTo(itsRecipients, address)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_mail_that_failed_before_there_were_tasks_gets_its_own_at_night() {
        UUID id = outbox.enqueue(message("Zoé", "not an address"));
        processes.deleteProcessInstance(
                processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey("failed-mail:" + id)
                        .singleResult()
                        .getId(),
                "test");
        assertThat(task(id)).isEmpty();
        failures.run();
        assertThat(task(id)).isPresent();
        failures.run();
        assertThat(engineTasks
                        .createTaskQuery()
                        .processInstanceBusinessKey("failed-mail:" + id)
                        .count())
                .isOne();
    }

    @Test
    void how_the_mail_server_is_doing_shows_in_what_it_takes() {
        quality();
        assertThat(mailServer.test()).isEmpty();
        long triedAgain = mailServer.health().triedAgain();
        server.stop();
        try {
            outbox.enqueue(message("Zoé"));
            background.runDue();
            assertThat(mailServer.health().triedAgain()).isEqualTo(triedAgain + 1);
            assertThat(mailServer.health().triedSince()).isNotNull();
            assertThat(mailServer.test()).isPresent();
        } finally {
            server.start();
        }
        background.leap(clock.instant().plus(Duration.ofMinutes(2)));
        assertThat(mailServer.health().triedAgain()).isEqualTo(triedAgain);
        assertThat(mailServer.health().lastSentAt()).isNotNull();
    }

    private java.util.Optional<String> task(UUID id) {
        return engineTasks.createTaskQuery().processInstanceBusinessKey("failed-mail:" + id).list().stream()
                .map(org.camunda.bpm.engine.task.Task::getId)
                .findFirst();
    }

    /** The test's own thread is a quality manager from now on. */
    private Actor quality() {
        calls.actAs("mail-quality", Role.QUALITY_MANAGER, new UUID(0, 61));
        return current.get();
    }

    private NewMessage to(RecipientKind kind, @org.jspecify.annotations.Nullable UUID learner, String to) {
        NewMessage plain = message("Zoé");
        return new NewMessage(
                key, plain.templateKey(), new Recipient(kind, "Zoé", to, learner), plain.values(), plain.why(), "");
    }

    private NewMessage withKey(String one) {
        NewMessage plain = message("Zoé", "not an address");
        return new NewMessage(
                one, plain.templateKey(), plain.recipient(), plain.values(), plain.why(), plain.correlation());
    }

    @Test
    void a_page_of_messages_takes_two_statements() throws Exception {
        outbox.enqueue(message("Zoé"));
        assertThat(counter.statementsOf(() -> outbox.search(null, null, 0, 50))).hasSizeLessThanOrEqualTo(2);
    }

    /** As it would be had the process died before its job ran. */
    private UUID queuedWithoutJob() {
        UUID id = outbox.enqueue(message("Zoé", "not an address"));
        sql.sql("update message set state = 'QUEUED', recipient_address = ? where id = ?")
                .params(address, id)
                .update();
        return id;
    }

    private UUID unsent(String what, String template, String why, String correlation) {
        Map<String, String> values = new HashMap<>(message("Zoé").values());
        values.putAll(Map.of("activites", "", "echeance", "", "duree", "", "regle", "", "nom", ""));
        return outbox.enqueue(new NewMessage(
                key + what,
                template,
                new Recipient(RecipientKind.LEARNER, "Zoé", "not an address", null),
                values,
                new Wording.Written(why),
                correlation));
    }

    private NewMessage message(String name) {
        return message(name, address);
    }

    private NewMessage message(String name, String to) {
        return new NewMessage(
                key,
                "absences-repetees",
                new Recipient(RecipientKind.LEARNER, name, to, null),
                Map.of(
                        "prenom", name,
                        "date", "2 nov. 2026",
                        "constat", "3 demi-journées d'absence non justifiées",
                        "referent", "Ada",
                        "lien", ""),
                new Wording.Written("Règle « absences répétées »"),
                "alert:" + key);
    }

    private void becomes(UUID id, String state) {
        background.runDue();
        assertThat(view(id).delivery().state()).isEqualTo(state);
    }

    private MessageView view(UUID id) {
        return outbox.find(id).orElseThrow();
    }

    private List<MimeMessage> received() {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().contains(address);
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }
}
