package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.access.SecretCipher.Sealed;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.messaging.Outbox.MessageView;
import fr.educentre.assidu.messaging.Outbox.NewMessage;
import fr.educentre.assidu.messaging.Outbox.Recipient;
import fr.educentre.assidu.messaging.Outbox.RecipientKind;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code message}. A message changes state by conditional updates, so that only one of several wins. */
@Component
class MessageStore {

    private static final String VIEW = """
            select id, template_key, recipient_kind, recipient_name, recipient_address, learner_id, subject, body, why,
                   state, problem, created_at, sent_at, settled_at
            from message
            """;

    /** A text that was kept whole before links were sealed is masked with what leaves. */
    private static final String NO_LINKS =
            " links_cipher = null, links_nonce = null, body = " + SignedLinkMask.BODY_MASKED + ",";

    private final JdbcClient sql;
    private final SealedLinks links;
    private final Texts texts;
    private final Clock clock;

    MessageStore(JdbcClient sql, SealedLinks links, Texts texts, Clock clock) {
        this.sql = sql;
        this.links = links;
        this.texts = texts;
        this.clock = clock;
    }

    /** Empty when the idempotency key was already used. */
    Optional<UUID> insert(
            NewMessage message,
            Locale locale,
            MailTemplates.Rendered text,
            MessageState state,
            @Nullable Wording problem) {
        UUID id = TimeOrderedId.next();
        SignedLinkMask.Masked body = SignedLinkMask.mask(text.body());
        Optional<Sealed> tokens = links.seal(id, body.tokens());
        return sql.sql("""
                        insert into message (id, idempotency_key, template_key, template_version, locale, recipient_kind,
                            recipient_name, recipient_address, learner_id, subject, body, why, correlation, state,
                            problem, created_at, links_cipher, links_nonce)
                        values (:id, :key, :template, :version, :locale, :kind, :name, :address, :learner, :subject,
                            :body, :why, :correlation, :state, :problem, :now, :cipher, :nonce)
                        on conflict (idempotency_key) do nothing
                        returning id
                        """)
                .param("id", id)
                .param("key", message.idempotencyKey())
                .param("template", message.templateKey())
                .param("version", text.version())
                .param("locale", locale.getLanguage())
                .param("kind", message.recipient().kind().name())
                .param("name", MailTemplates.oneLine(message.recipient().name()))
                .param("address", MailTemplates.oneLine(message.recipient().address()))
                .param("learner", message.recipient().learnerId())
                .param("subject", text.subject())
                .param("body", body.text())
                .param("cipher", tokens.map(Sealed::cipher).orElse(null), Types.BINARY)
                .param("nonce", tokens.map(Sealed::nonce).orElse(null), Types.BINARY)
                .param("why", message.why().stored())
                .param("correlation", message.correlation())
                .param("state", state.name())
                .param("problem", problem == null ? null : problem.stored())
                .param("now", now())
                .query(UUID.class)
                .optional();
    }

    UUID idOf(String idempotencyKey) {
        return sql.sql("select id from message where idempotency_key = ?")
                .param(idempotencyKey)
                .query(UUID.class)
                .single();
    }

    Optional<MessageView> find(UUID id) {
        return sql.sql(VIEW + " where id = ?")
                .param(id)
                .query((row, n) -> view(row))
                .optional();
    }

    /** Takes a queued message for sending; empty when it is not queued (any more). */
    Optional<Claimed> claim(UUID id) {
        return sql.sql(
                        "update message set state = 'SENDING', attempts = attempts + 1, version = version + 1"
                                + " where id = ? and state = 'QUEUED'"
                                + " returning recipient_name, recipient_address, subject, body, attempts, links_cipher, links_nonce")
                .param(id)
                .query((row, n) -> new Claimed(
                        id,
                        row.getString("recipient_name"),
                        row.getString("recipient_address"),
                        row.getString("subject"),
                        whole(id, row),
                        row.getInt("attempts")))
                .optional();
    }

    private String whole(UUID id, ResultSet row) throws SQLException {
        byte[] cipher = row.getBytes("links_cipher");
        String body = row.getString("body");
        return cipher == null
                ? body
                : SignedLinkMask.unmask(new SignedLinkMask.Masked(
                        body, links.open(id, new Sealed(cipher, row.getBytes("links_nonce")))));
    }

    /** What has left holds no link any more. */
    void sent(UUID id, String smtpMessageId) {
        sql.sql("update message set state = 'SENT', sent_at = ?, smtp_message_id = ?, problem = null," + NO_LINKS
                        + " version = version + 1 where id = ? and state in ('SENDING', 'FAILED')")
                .params(now(), smtpMessageId, id)
                .update();
    }

    /** @return whether it was being sent */
    boolean sendingBecomes(MessageState state, UUID id, Wording problem) {
        return sql.sql("update message set state = ?, problem = ?, version = version + 1"
                                + " where id = ? and state = 'SENDING'")
                        .params(state.name(), problem.stored(), id)
                        .update()
                == 1;
    }

    boolean queueAgain(UUID id) {
        return sql.sql("update message set state = 'QUEUED', problem = null, attempts = 0, settled_at = null,"
                                + " settled_by = null, settled_note = null, version = version + 1"
                                + " where id = ? and state = 'FAILED'")
                        .param(id)
                        .update()
                == 1;
    }

    /** @return whether it had failed and was nobody's yet */
    boolean settle(UUID id, String by, String note) {
        return sql.sql("update message set settled_at = ?, settled_by = ?, settled_note = ?, version = version + 1"
                                + " where id = ? and state = 'FAILED' and settled_at is null")
                        .params(now(), by, note, id)
                        .update()
                == 1;
    }

    /** Of a message that failed. A sealed link stays with whom it was made for: one with a link goes to no other address. */
    boolean readdress(UUID id, String address, boolean withItsLink) {
        return sql.sql("update message set recipient_address = :address, version = version + 1"
                                + " where id = :id and state = 'FAILED' and (links_cipher is null or :withItsLink)")
                        .param("address", MailTemplates.oneLine(address))
                        .param("id", id)
                        .param("withItsLink", withItsLink)
                        .update()
                == 1;
    }

    /** Failed and dealt with by nobody, oldest first. */
    List<MessageView> unsettled(int most) {
        return sql.sql(VIEW + " where state = 'FAILED' and settled_at is null order by created_at, id limit ?")
                .param(most)
                .query((row, n) -> view(row))
                .list();
    }

    long countUnsettled() {
        return sql.sql("select count(*) from message where state = 'FAILED' and settled_at is null")
                .query(Long.class)
                .single();
    }

    MailServer.Health health() {
        return sql.sql("""
                        select (select max(sent_at) from message where sent_at is not null) as last_sent,
                               count(*) filter (where state <> 'FAILED') as waiting,
                               count(*) filter (where state = 'QUEUED' and attempts > 0) as again,
                               min(created_at) filter (where state = 'QUEUED' and attempts > 0) as since,
                               count(*) filter (where state = 'FAILED' and settled_at is null) as failed
                          from message where state in ('QUEUED', 'SENDING', 'FAILED')
                        """)
                .query((row, n) -> new MailServer.Health(
                        Columns.maybeInstant(row, "last_sent"),
                        row.getLong("waiting"),
                        row.getLong("again"),
                        Columns.maybeInstant(row, "since"),
                        row.getLong("failed")))
                .single();
    }

    boolean stop(UUID id) {
        return sql.sql("update message set state = 'STOPPED'," + NO_LINKS + " version = version + 1"
                                + " where id = ? and state in ('QUEUED', 'FAILED')")
                        .param(id)
                        .update()
                == 1;
    }

    boolean wasWritten(Collection<String> idempotencyKeys) {
        return sql.sql("select exists (select from message where idempotency_key = any(:keys) and state <> 'STOPPED')")
                .param("keys", idempotencyKeys.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    List<Stopped> stopUnsent(String correlation, Collection<String> templateKeys) {
        return sql.sql("with unsent as (select id, state from message where correlation = :correlation"
                        + " and template_key = any(:templates) and state in ('QUEUED', 'FAILED') for update)"
                        + " update message set state = 'STOPPED'," + NO_LINKS + " version = version + 1"
                        + " from unsent where message.id = unsent.id returning unsent.id, unsent.state")
                .param("correlation", correlation)
                .param("templates", templateKeys.toArray(String[]::new))
                .query((row, n) -> new Stopped(
                        row.getObject("id", UUID.class),
                        MessageState.FAILED.name().equals(row.getString("state"))))
                .list();
    }

    /** @param failed rather than waiting */
    record Stopped(UUID id, boolean failed) {}

    /** Newest first. */
    PageOf<MessageView> search(Criteria criteria, int page, int size) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        if (criteria.learnerIds() != null) {
            conditions.add("learner_id = any(:learners)");
            values.put("learners", criteria.learnerIds().toArray(UUID[]::new));
        }
        if (criteria.state() != null) {
            conditions.add("state = :state");
            values.put("state", criteria.state().name());
        }
        if (!criteria.kinds().isEmpty()) {
            conditions.add("recipient_kind in (:kinds)");
            values.put("kinds", criteria.kinds().stream().map(Enum::name).toList());
        }
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        long total = sql.sql("select count(*) from message" + where)
                .params(values)
                .query(Long.class)
                .single();
        List<MessageView> items = sql.sql(
                        VIEW + where + " order by created_at desc, id desc limit :limit offset :offset")
                .params(values)
                .param("limit", size)
                .param("offset", (long) page * size)
                .query((row, n) -> view(row))
                .list();
        return new PageOf<>(items, page, size, total);
    }

    List<MessageView> ofLearner(UUID learnerId) {
        return sql.sql(VIEW + " where learner_id = ? order by created_at desc, id desc")
                .param(learnerId)
                .query((row, n) -> view(row))
                .list();
    }

    private OffsetDateTime now() {
        return Arguments.utc(clock.instant());
    }

    private MessageView view(ResultSet row) throws SQLException {
        String problem = row.getString("problem");
        return new MessageView(
                row.getObject("id", UUID.class),
                row.getString("template_key"),
                new Recipient(
                        RecipientKind.valueOf(row.getString("recipient_kind")),
                        row.getString("recipient_name"),
                        row.getString("recipient_address"),
                        row.getObject("learner_id", UUID.class)),
                new MessageView.Content(row.getString("subject"), SignedLinkMask.shown(row.getString("body"))),
                Wording.shown(row.getString("why"), texts),
                new MessageView.Delivery(
                        row.getString("state"),
                        problem == null ? null : Wording.shown(problem, texts),
                        Columns.instant(row, "created_at"),
                        row.getObject("sent_at") == null ? null : Columns.instant(row, "sent_at"),
                        row.getObject("settled_at") != null));
    }

    /** @param attempt number of this attempt, from 1 */
    record Claimed(UUID id, String recipientName, String recipientAddress, String subject, String body, int attempt) {}

    /**
     * @param learnerIds null for all messages, those about nobody included
     * @param kinds empty for all
     */
    record Criteria(
            @Nullable Collection<UUID> learnerIds, @Nullable MessageState state, Collection<RecipientKind> kinds) {}
}
