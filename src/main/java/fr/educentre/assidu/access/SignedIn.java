package fr.educentre.assidu.access;

import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** A signed-in account, as Spring Security carries it. */
class SignedIn extends User {

    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final boolean mustChangePassword;

    SignedIn(Actor actor, String passwordHash, boolean usable, boolean mustChangePassword) {
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
    }

    Actor actor() {
        return actor;
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }
}
