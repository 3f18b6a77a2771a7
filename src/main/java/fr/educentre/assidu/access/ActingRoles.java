package fr.educentre.assidu.access;

import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has several roles acts in one of them at a time, so that what they see and may do is never mixed up. */
@Service
public class ActingRoles {

    private final AccountRepository accounts;
    private final AccountService service;
    private final CurrentActor current;
    private final ActorJournal journal;

    ActingRoles(AccountRepository accounts, AccountService service, CurrentActor current, ActorJournal journal) {
        this.accounts = accounts;
        this.service = service;
        this.current = current;
        this.journal = journal;
    }

    /** The roles of the signed-in account in which it does not act now. */
    @Transactional(readOnly = true)
    public List<Role> others() {
        Actor actor = current.get();
        return accounts.findByUsername(actor.username()).stream()
                .flatMap(account -> account.roles().stream())
                .filter(role -> role != actor.role())
                .toList();
    }

    /**
     * The signed-in account acts in that role from now on; its other sessions end.
     *
     * @throws Refusal ROLE for a role that it does not have
     */
    @Transactional
    @OpenTo(value = OpenTo.Audience.SIGNED_IN, because = "the account's own roles alone are taken")
    public void actIn(Role role) {
        Account account =
                accounts.findByUsername(current.get().username()).orElseThrow(() -> Refusal.notFound("account"));
        if (!account.roles().contains(role)) {
            throw Refusal.role();
        }
        account.actAs(role);
        accounts.flush();
        journal.record(
                JournalRecord.of("account.actsIn", "account", account.id().toString())
                        .after(Map.of("role", role.name())));
    }

    /**
     * Whoever is signed in as the account now is: read anew, since what was changed has been written meanwhile. The session that
     * is to go on has to keep it.
     */
    public SecurityContext now() {
        SignedIn now = (SignedIn) service.loadUserByUsername(current.get().username());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(now, null, now.getAuthorities()));
        return context;
    }
}
