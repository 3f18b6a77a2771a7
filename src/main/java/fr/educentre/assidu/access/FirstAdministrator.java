package fr.educentre.assidu.access;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where no administrator is known yet: one with a password that is printed once and must be changed at first sign-in. */
@Component
@Profile("!test")
class FirstAdministrator implements ApplicationRunner {

    private final AccountRepository repository;
    private final AccountService accounts;

    FirstAdministrator(AccountRepository repository, AccountService accounts) {
        this.repository = repository;
        this.accounts = accounts;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (repository.existsByRole(Role.ADMIN)) {
            return;
        }
        byte[] random = new byte[15];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        SystemActor.run(() -> accounts.create(
                        new Accounts.NewAccount("admin", password, "Administrateur", null, Role.ADMIN, null))
                .requirePasswordChange());
        System.out.println("Assidu : premier administrateur « admin », mot de passe à usage unique : " + password);
    }
}
