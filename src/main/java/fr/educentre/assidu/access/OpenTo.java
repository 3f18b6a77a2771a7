package fr.educentre.assidu.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A method that writes and asks for no role, with the reason why. Whoever calls it must still be somebody. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface OpenTo {

    Audience value();

    /** Where the right is decided instead. */
    String because();

    /** Who may call. */
    enum Audience {
        /** Any account, whatever its role, for what is its own. */
        SIGNED_IN,
        /** The bearer of a link or a visitor: what they hold is checked by the method itself. */
        VISITOR,
        /** A consequence within a module's own call, whose right was decided at its door. */
        MODULES
    }
}
