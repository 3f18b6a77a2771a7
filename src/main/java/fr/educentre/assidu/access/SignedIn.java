package fr.educentre.assidu.access;

import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** A signed-in account, as Spring Security carries it. */
class SignedIn extends User {

    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final boolean mustChangePassword;
    private final int version;

    /** @param version of the account, by which a session sees that it changed */
    SignedIn(Actor actor, String passwordHash, boolean usable, boolean mustChangePassword, int version) {
        super(
                actor.username(),
                passwordHash,
                usable,
                true,
                true,
                true,
                List.of(new SimpleGrantedAuthority("ROLE_" + actor.role().name())));
        this.actor = actor;
        this.mustChangePassword = mustChangePassword;
        this.version = version;
    }

    Actor actor() {
        return actor;
    }

    int version() {
        return version;
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }
}
