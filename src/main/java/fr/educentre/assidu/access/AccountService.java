package fr.educentre.assidu.access;

import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class AccountService implements Accounts, UserDetailsService {

    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final PasswordPolicy policy;
    private final CurrentActor current;
    private final Journal journal;
    private final Clock clock;

    AccountService(
            AccountRepository accounts,
            PasswordEncoder passwords,
            PasswordPolicy policy,
            CurrentActor current,
            Journal journal,
            Clock clock) {
        this.policy = policy;
        this.current = current;
        this.accounts = accounts;
        this.passwords = passwords;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    @Transactional
    @AllowedRoles(Role.ADMIN)
    public void createIfAbsent(NewAccount request) {
        if (accounts.findByUsername(request.username()).isPresent()) {
            return;
        }
        if (current.find().isPresent()) {
            policy.require(request.password(), request.username());
        }
        create(request);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Reachable> reachable(Role role) {
        var found = new ArrayList<Reachable>();
        for (Account account : accounts.findByRoleAndEmailIsNotNullOrderByDisplayName(role)) {
            String email = account.email();
            if (email != null && account.usableAt(clock.instant())) {
                Actor who = account.actor();
                found.add(new Reachable(who.username(), who.displayName(), email));
            }
        }
        return found;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> names(Collection<String> usernames) {
        return usernames.isEmpty()
                ? Map.of()
                : accounts.findByUsernameIn(usernames).stream()
                        .map(Account::actor)
                        .collect(Collectors.toMap(Actor::username, Actor::displayName));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Colleague> colleagues(Set<Role> roles) {
        return accounts.findWithRoleIn(roles).stream()
                .filter(account -> account.usableAt(clock.instant()))
                .map(Account::actor)
                .map(who -> new Colleague(who.username(), who.displayName()))
                .toList();
    }

    Account create(NewAccount request) {
        PasswordPolicy.requireKeepable(request.password());
        var account = new Account(
                request.username(),
                passwords.encode(request.password()),
                request.displayName(),
                request.email(),
                request.role(),
                request.personId(),
                clock.instant());
        if (request.lastDay() != null) {
            account.endAfter(request.lastDay());
        }
        account = accounts.saveAndFlush(account);
        journal.record(JournalRecord.of("account.created", "account", request.username())
                .by("Assidu")
                .after(Map.of(
                        "username", request.username(), "role", request.role().name())));
        return account;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String username) {
        return accounts.findByUsername(username)
                .map(this::signedIn)
                .orElseThrow(() -> new UsernameNotFoundException(username));
    }

    SignedIn signedIn(Account account) {
        return new SignedIn(
                account.actor(),
                account.passwordHash(),
                account.usableAt(clock.instant()),
                account.mustChangePassword(),
                account.version());
    }
}
