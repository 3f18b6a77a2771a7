package fr.educentre.assidu.access;

import fr.educentre.assidu.access.records.ManagedRecords;
import fr.educentre.assidu.access.records.RecordKind;
import fr.educentre.assidu.access.records.RecordTools;
import fr.educentre.assidu.access.records.Use;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.TextSearch;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Versioned;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts: entered, invited, changed, disabled. There is always somebody left who may do it. */
@Service
@AllowedRoles(Role.ADMIN)
public class AccountRecords extends ManagedRecords<Account, AccountContent> {

    private static final Set<Role> OF_A_PERSON = EnumSet.of(Role.TRAINER, Role.REFERENT, Role.LEARNER);

    private final RecordTools tools;
    private final AccountRepository accounts;
    private final AccountPeople people;
    private final AccountLinks links;
    private final Clock clock;

    AccountRecords(
            RecordTools tools, AccountRepository accounts, AccountPeople people, AccountLinks links, Clock clock) {
        super(
                new RecordKind<>(
                        "account",
                        Account.class,
                        () -> Account.entered(clock.instant()),
                        sql -> sql.sql(
                                "select id, count(*) over () as total from account where (:ended or enabled) and "
                                        + TextSearch.holds(
                                                "username || ' ' || display_name || ' ' || coalesce(email, '')")
                                        + " order by display_name collate french, id limit :size offset :skipped")),
                tools);
        this.tools = tools;
        this.accounts = accounts;
        this.people = people;
        this.links = links;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Versioned<AccountContent> change(UUID id, int version, AccountContent content) {
        Versioned<AccountContent> changed = super.change(id, version, content);
        requireAnAdministrator();
        return changed;
    }

    @Override
    @Transactional
    public void remove(UUID id) {
        super.remove(id);
        requireAnAdministrator();
    }

    /**
     * Mails its owner a link to choose a password, for three days; links sent before no longer work.
     *
     * @throws Refusal CONFLICT for one that may not be used: its link would open nothing
     */
    @Transactional
    public void invite(UUID id) {
        Account account = account(id);
        if (!account.enabled()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.account.disabled");
        }
        if (!account.usableAt(clock.instant())) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.account.outsideDays");
        }
        String email = account.email();
        if (email == null) {
            throw new InvalidContent("email", "check.account.email");
        }
        links.send(account, email, false);
        record("invited", account(id));
    }

    /** Nobody signs in with it any more; open sessions and tokens end at their next request. */
    @Transactional
    public void disable(UUID id) {
        account(id).enable(false);
        requireAnAdministrator();
        record("disabled", account(id));
    }

    @Transactional
    public void enable(UUID id) {
        account(id).enable(true);
        record("enabled", account(id));
    }

    /** Whoever is signed in with it has to sign in again. */
    @Transactional
    public void endSessions(UUID id) {
        account(id).endSessions();
        record("sessionsEnded", account(id));
    }

    /** Whether it may be used, its days apart. */
    @Transactional(readOnly = true)
    public boolean isEnabled(UUID id) {
        return account(id).enabled();
    }

    @Override
    protected List<FieldProblem> problems(UUID id, AccountContent content) {
        var problems = new ArrayList<>(tools.taken(
                "login",
                tools.sql().sql("select count(*) from account where lower(username) = lower(:value) and id <> :id"),
                id,
                content.login()));
        UUID person = content.person();
        for (Role role : content.roles()) {
            if (OF_A_PERSON.contains(role) && (person == null || !people.exists(role, person))) {
                problems.add(new FieldProblem("person", "check.account.person." + role.name()));
            }
        }
        return problems;
    }

    /** The journal names whoever did something for good. */
    @Override
    protected List<Use> uses(UUID id) {
        return List.of(
                tools.use(
                        "refusal.used.account",
                        tools.sql().sql("select count(*) from api_token where account_id = :id"),
                        id),
                new Use(
                        "refusal.used.account",
                        tools.history().mentions(account(id).username())));
    }

    /** Of those whom the database knows now: what was changed is written first. */
    private void requireAnAdministrator() {
        tools.entities().flush();
        boolean somebody = tools.sql()
                .sql("""
                        select exists (select 1 from account a join account_role r on r.account_id = a.id
                                        where r.role = 'ADMIN' and a.enabled and a.password_hash <> :none
                                          and (a.valid_from is null or a.valid_from <= :now)
                                          and (a.valid_until is null or a.valid_until > :now))
                        """)
                .param("none", Account.NO_PASSWORD)
                .param("now", Arguments.utc(clock.instant()))
                .query(Boolean.class)
                .single();
        if (!somebody) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.account.lastAdministrator");
        }
    }

    private Account account(UUID id) {
        return accounts.findById(id).orElseThrow(() -> Refusal.notFound("account"));
    }
}
