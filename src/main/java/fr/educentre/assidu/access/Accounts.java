package fr.educentre.assidu.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** The names that go with user names; who has no account any more is not among them. */
    Map<String, String> names(Collection<String> usernames);

    /** Who may sign in now in one of these roles, by name. */
    List<Colleague> colleagues(Set<Role> roles);

    record Colleague(String username, String name) {}

    record Reachable(String username, String name, String email) {}

    record NewAccount(
            String username,
            String password,
            String displayName,
            @Nullable String email,
            Role role,
            @Nullable UUID personId,
            @Nullable LocalDate lastDay) {

        /** Without an end. */
        public NewAccount(
                String username,
                String password,
                String displayName,
                @Nullable String email,
                Role role,
                @Nullable UUID personId) {
            this(username, password, displayName, email, role, personId, null);
        }
    }
}
