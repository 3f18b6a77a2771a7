package fr.educentre.assidu.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts, as other modules need them. */
public interface Accounts {

    /** Creates the account unless the user name is taken. Callable by the system and by an administrator. */
    void createIfAbsent(NewAccount account);

    record NewAccount(
            String username,
            String password,
            String displayName,
            @Nullable String email,
            Role role,
            @Nullable UUID personId) {}
}
