package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.stereotype.Component;

/** The people of the demonstration as they are when signed in. */
@Component
@Profile("demo")
class DemoAccounts {

    private final UserDetailsService users;
    private final CurrentActor current;

    DemoAccounts(UserDetailsService users, CurrentActor current) {
        this.users = users;
        this.current = current;
    }

    Actor signedIn(String username) {
        UserDetails user = users.loadUserByUsername(username);
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext theirs = SecurityContextHolder.createEmptyContext();
        theirs.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(theirs);
        try {
            return current.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
