package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.access.Accounts;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.alerts.Alerts.AlertRaised;
import fr.educentre.assidu.messaging.Outbox.RecipientKind;
import fr.educentre.assidu.rules.RuleRecipients;
import fr.educentre.assidu.training.ContactInfo;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom of the centre a rule has told. Where the person is missing or cannot be written to, their role's people are told in
 * their stead, else those who answer for quality, and the mail says why it came to them.
 */
@Component
class StaffRecipients implements RuleRecipients {

    private static final Logger LOG = LoggerFactory.getLogger(StaffRecipients.class);

    /** Nothing to say: it came to whom it was for. */
    static final String AS_ASKED = "";

    private final Recipients recipients;
    private final Accounts accounts;
    private final JdbcClient sql;
    private final Clock clock;

    StaffRecipients(Recipients recipients, Accounts accounts, JdbcClient sql, Clock clock) {
        this.recipients = recipients;
        this.accounts = accounts;
        this.sql = sql;
        this.clock = clock;
    }

    /** @param reason key of the text that says why it came to them, {@link #AS_ASKED} where they were asked for */
    record Addressees(RecipientKind kind, List<ContactInfo> people, String reason) {}

    Addressees referent(AlertRaised alert) {
        return recipients
                .referent(alert.learnerId())
                .flatMap(StaffRecipients::reachable)
                .map(referent -> new Addressees(RecipientKind.REFERENT, List.of(referent), AS_ASKED))
                .orElseGet(() -> insteadOfReferent(alert));
    }

    private Addressees insteadOfReferent(AlertRaised alert) {
        List<ContactInfo> colleagues = holders(Role.REFERENT);
        return colleagues.isEmpty()
                ? quality(alert, "relaunch.instead.noReferent")
                : new Addressees(RecipientKind.STAFF, colleagues, "relaunch.instead.referent");
    }

    /** The trainer of the last session; empty where they cannot be written to. */
    Optional<ContactInfo> trainer(AlertRaised alert) {
        return recipients.trainerOfLast(alert.learnerId(), alert.sessions()).flatMap(StaffRecipients::reachable);
    }

    /** @param reason as in {@link Addressees} */
    Addressees quality(AlertRaised alert, String reason) {
        List<ContactInfo> people = holders(Role.QUALITY_MANAGER);
        if (people.isEmpty()) {
            LOG.warn(
                    "Alerte {} : personne à prévenir, aucun compte actif n'a d'adresse / nobody to tell of this alert",
                    alert.alertId());
        }
        return new Addressees(RecipientKind.STAFF, people, reason);
    }

    @Override
    public Set<Kind> missing() {
        Set<Kind> missing = EnumSet.noneOf(Kind.class);
        if (accounts.reachable(Role.REFERENT).isEmpty() && !anyGroupHasReferent()) {
            missing.add(Kind.REFERENT);
        }
        if (accounts.reachable(Role.QUALITY_MANAGER).isEmpty()) {
            missing.add(Kind.QUALITY_MANAGER);
        }
        return missing;
    }

    private boolean anyGroupHasReferent() {
        return sql.sql("select exists (select from training_v_group where referent_id is not null and ends_on >= ?)")
                .param(LocalDate.now(clock))
                .query(Boolean.class)
                .single();
    }

    private List<ContactInfo> holders(Role role) {
        return accounts.reachable(role).stream()
                .map(one -> new ContactInfo(
                        UUID.nameUUIDFromBytes(one.username().getBytes(StandardCharsets.UTF_8)),
                        one.name(),
                        one.email(),
                        null))
                .toList();
    }

    static Optional<ContactInfo> reachable(ContactInfo contact) {
        return contact.email() == null || contact.email().isBlank() ? Optional.empty() : Optional.of(contact);
    }
}
