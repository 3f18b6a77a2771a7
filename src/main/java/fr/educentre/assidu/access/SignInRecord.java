package fr.educentre.assidu.access;

import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who signed in, and who tried in vain: in the journal where an account is concerned, and counted. What is typed where a name
 * should stand is kept nowhere: it may be a password.
 */
@Component
class SignInRecord {

    private static final String SIGN_INS = "assidu.sign.ins";

    private final AccountRepository accounts;
    private final Journal journal;
    private final MeterRegistry meters;
    private final TransactionOperations transaction;

    SignInRecord(AccountRepository accounts, Journal journal, MeterRegistry meters, TransactionOperations transaction) {
        this.accounts = accounts;
        this.journal = journal;
        this.meters = meters;
        this.transaction = transaction;
        // Shown from the beginning, at 0.
        List.of("success", "failure", "braked").forEach(result -> meters.counter(SIGN_INS, "result", result));
    }

    /** At the sign-in page; a call that brings its password each time is not a sign-in to remember. */
    @EventListener
    void on(InteractiveAuthenticationSuccessEvent signedIn) {
        if (signedIn.getAuthentication().getPrincipal() instanceof SignedIn who) {
            Actor actor = who.actor();
            transaction.executeWithoutResult(
                    status -> journal.record(JournalRecord.of("access.signedIn", "account", actor.username())
                            .by(actor.displayName(), actor.role().name())));
        }
    }

    void succeeded() {
        count("success");
    }

    void failed(String account, String from) {
        count("failure");
        accounts.findByUsername(account)
                .ifPresent(known -> transaction.executeWithoutResult(
                        status -> journal.record(JournalRecord.of("access.signInFailed", "account", known.username())
                                .after(Map.of("address", from)))));
    }

    void braked() {
        count("braked");
    }

    private void count(String result) {
        meters.counter(SIGN_INS, "result", result).increment();
    }
}
