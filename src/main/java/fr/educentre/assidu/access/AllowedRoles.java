package fr.educentre.assidu.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Roles that may call a REST handler or a service method. On a REST handler it is checked before the path, its resource and the
 * content are looked at; on a service, or on the interface it implements, before the method runs. One on a method counts before
 * one on its class. The {@link SystemActor system} may call whatever a role may. A test refuses a REST handler without it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AllowedRoles {

    Role[] value();
}
