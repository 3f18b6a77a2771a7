package fr.educentre.assidu.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts.
 *
 * @param accountId null for the system and for the bearer of a signed link
 * @param personId the trainer, learner or referent behind the account
 */
public record Actor(
        @Nullable UUID accountId,
        String username,
        String displayName,
        Role role,
        @Nullable UUID personId) {

    public boolean is(Role first, Role... others) {
        if (role == first) {
            return true;
        }
        for (Role other : others) {
            if (role == other) {
                return true;
            }
        }
        return false;
    }
}
