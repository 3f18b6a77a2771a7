package fr.educentre.assidu.access;

import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.WrittenText;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links by which the owner of an account chooses a password, once: an invitation, or a password that was forgotten. */
@Service
public class AccountLinks {

    /** Of the page. */
    public static final String PATH = "c/";

    private static final String PURPOSE = "ACCOUNT";
    private static final Duration GOOD_FOR = Duration.ofHours(72);
    private static final Duration BETWEEN_TWO = Duration.ofMinutes(2);

    private final SignedLinks links;
    private final AccountRepository accounts;
    private final AccountMails mails;
    private final PasswordPolicy policy;
    private final PasswordEncoder passwords;
    private final GuessingBrake brake;
    private final ActorJournal journal;
    private final Clock clock;

    AccountLinks(
            SignedLinks links,
            AccountRepository accounts,
            AccountMails mails,
            PasswordPolicy policy,
            PasswordEncoder passwords,
            GuessingBrake brake,
            ActorJournal journal,
            Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.mails = mails;
        this.policy = policy;
        this.passwords = passwords;
        this.brake = brake;
        this.journal = journal;
        this.clock = clock;
    }

    void send(Account account, String address, boolean forgotten) {
        mails.sendLink(new AccountMails.AccountLink(
                account.id(),
                account.displayName(),
                address,
                account.username(),
                "/" + PATH + issue(account),
                forgotten));
    }

    /** The token of a new link; those before no longer work. */
    String issue(Account account) {
        links.revoke(PURPOSE, account.id());
        return links.issue(PURPOSE, account.id(), Map.of(), clock.instant().plus(GOOD_FOR));
    }

    /**
     * Asked for at the sign-in page. Whether there is such an account is told to nobody; one that has no address, may not be
     * used or was sent a link just now gets none.
     *
     * @param loginOrAddress as typed
     * @param from the address that asks, of the network
     * @throws Refusal BUSY where that address asks again and again
     */
    @Transactional
    @OpenTo(value = OpenTo.Audience.VISITOR, because = "the link goes to the account's own address")
    public void forgotten(String loginOrAddress, String from) {
        try {
            brake.asked(from);
        } catch (TooManyTries e) {
            throw new Refusal(Refusal.Kind.BUSY, "refusal.http.429", e.seconds());
        }
        String sought = WrittenText.line(loginOrAddress);
        Optional<Account> named = accounts.findByUsername(sought);
        List<Account> found = named.isPresent() ? List.of(named.get()) : accounts.findByAddress(sought);
        if (found.size() != 1) {
            return;
        }
        Account account = found.getFirst();
        String email = account.email();
        if (email != null
                && account.usableAt(clock.instant())
                && !links.issuedSince(PURPOSE, account.id(), clock.instant().minus(BETWEEN_TWO))) {
            send(account, email, true);
        }
    }

    /**
     * The user's name of the account that a link opens; empty when it no longer works.
     *
     * @param from the address that asks, of the network
     * @throws Refusal BUSY where that address tries unknown links again and again
     */
    @Transactional
    @OpenTo(value = OpenTo.Audience.VISITOR, because = "the bearer of the link owns the account")
    public Optional<String> login(String token, String from) {
        return usable(links.openFrom(PURPOSE, token, from)).map(Account::username);
    }

    /** @throws Refusal NOT_FOUND when the link no longer works, INVALID for a password that may not be chosen */
    @Transactional
    @OpenTo(value = OpenTo.Audience.VISITOR, because = "the bearer of the link owns the account")
    public void choose(String token, String password) {
        Account account = usable(links.open(PURPOSE, token)).orElseThrow(() -> Refusal.notFound("link"));
        policy.require(password, account.username());
        account.changePassword(passwords.encode(password));
        links.revoke(PURPOSE, account.id());
        journal.recordBy(
                account.username(),
                JournalRecord.of(
                        "account.passwordChosen", "account", account.id().toString()));
    }

    private Optional<Account> usable(Optional<SignedLinks.Opened> link) {
        return link.flatMap(opened -> accounts.findById(opened.subjectId()))
                .filter(account -> account.usableAt(clock.instant()));
    }
}
