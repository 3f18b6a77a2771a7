package fr.educentre.assidu.access;

import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

@Component
class SecurityCurrentActor implements CurrentActor {

    @Override
    public Actor get() {
        return find().orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }

    @Override
    public Optional<Actor> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn.actor())
                : Optional.empty();
    }

    @Override
    public String nameOrSystem() {
        return find().map(Actor::displayName).orElse("Assidu");
    }
}
