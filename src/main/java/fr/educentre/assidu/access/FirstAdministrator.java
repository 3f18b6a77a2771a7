package fr.educentre.assidu.access;

import fr.educentre.assidu.jdbc.TimeOrderedId;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where no administrator is known yet: one, and a link, printed once, by which a password is chosen. Until that was done each
 * start prints another, and the one before no longer works.
 */
@Component
@Profile("!test")
class FirstAdministrator implements ApplicationRunner {

    private static final String LOGIN = "admin";

    private final AccountRepository repository;
    private final AccountLinks links;
    private final JdbcClient sql;
    private final Clock clock;
    private final String baseUrl;

    FirstAdministrator(
            AccountRepository repository,
            AccountLinks links,
            JdbcClient sql,
            Clock clock,
            @Value("${assidu.base-url}") String baseUrl) {
        this.repository = repository;
        this.links = links;
        this.sql = sql;
        this.clock = clock;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        SystemActor.run(this::offer);
    }

    private void offer() {
        // Nodes that start together make one.
        sql.sql("select pg_advisory_xact_lock(hashtextextended('first administrator', 0))")
                .query((row, n) -> n)
                .list();
        if (!repository.existsByRole(Role.ADMIN)) {
            repository.saveAndFlush(first());
        }
        repository
                .findByUsername(LOGIN)
                .filter(Account::nobodyChoseAPassword)
                .ifPresent(account -> System.out.println("Assidu : premier administrateur « " + LOGIN
                        + " ». Choisissez son mot de passe, par ce lien à usage unique : " + baseUrl + "/"
                        + AccountLinks.PATH + links.issue(account)));
    }

    /** Whoever sets a centre up enters its programmes and people too. */
    private Account first() {
        Account account = Account.entered(clock.instant());
        account.identify(TimeOrderedId.next());
        account.put(
                new AccountContent(LOGIN, "Administrateur", "", List.of(Role.ADMIN, Role.QUALITY_MANAGER), null, null));
        return account;
    }
}
