package fr.educentre.assidu.access;

import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PasswordChange implements Passwords {

    private final AccountRepository accounts;
    private final PasswordEncoder encoder;
    private final CurrentActor current;
    private final PasswordPolicy policy;
    private final Journal journal;

    PasswordChange(
            AccountRepository accounts,
            PasswordEncoder encoder,
            CurrentActor current,
            PasswordPolicy policy,
            Journal journal) {
        this.policy = policy;
        this.accounts = accounts;
        this.encoder = encoder;
        this.current = current;
        this.journal = journal;
    }

    @Override
    public boolean mustChange() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof SignedIn signedIn
                && signedIn.mustChangePassword();
    }

    @Override
    @Transactional
    @OpenTo(value = OpenTo.Audience.SIGNED_IN, because = "the password is one's own")
    public void change(String currentPassword, String next) {
        Account account =
                accounts.findByUsername(current.get().username()).orElseThrow(() -> Refusal.notFound("account"));
        if (!encoder.matches(currentPassword, account.passwordHash())) {
            throw Refusal.invalid("refusal.password.current");
        }
        policy.require(next, account.username());
        if (next.equals(currentPassword)) {
            throw Refusal.invalid("refusal.password.same");
        }
        account.changePassword(encoder.encode(next));
        journal.record(JournalRecord.of("account.passwordChanged", "account", account.username())
                .by(account.actor().displayName(), account.actor().role().name()));
    }
}
