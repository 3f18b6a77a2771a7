package fr.educentre.assidu.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a REST handler: the path variable names a resource that must exist (404) and be the caller's (403), checked after
 * the role and before the content is read.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Guarded {

    /** The {@link ResourceGuard#kind() kind} of resource: {@code session}, {@code learner}, {@code group}... */
    String value();

    String variable() default "id";
}
