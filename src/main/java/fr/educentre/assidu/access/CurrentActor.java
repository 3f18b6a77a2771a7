package fr.educentre.assidu.access;

import java.util.Optional;

/** The signed-in person of the current request or screen. */
public interface CurrentActor {

    /** @throws org.springframework.security.access.AccessDeniedException when nobody is signed in */
    Actor get();

    Optional<Actor> find();

    /** Name to keep with what is done now: the signed-in person's, or {@code Assidu} for the system itself. */
    String nameOrSystem();
}
