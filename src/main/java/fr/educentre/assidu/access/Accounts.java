package fr.educentre.assidu.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts, as other modules need them. */
public interface Accounts {

    /**
     * Creates the account unless the user name is taken. Callable by the system and by an administrator.
     *
     * @throws fr.educentre.assidu.shell.Refusal INVALID for a password of more than 72 bytes; where a person chose it, for one
     *     that is short or known as well
     */
    void createIfAbsent(NewAccount account);

    /** Who holds the role now and has an address to write to, by name. */
    List<Reachable> reachable(Role role);

    record Reachable(String username, String name, String email) {}

    record NewAccount(
            String username,
            String password,
            String displayName,
            @Nullable String email,
            Role role,
            @Nullable UUID personId) {}
}
