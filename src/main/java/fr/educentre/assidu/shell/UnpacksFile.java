package fr.educentre.assidu.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A service method that unpacks a file somebody sent. Each file is bounded, and few are unpacked at once on a node: the others
 * wait their turn, before their transaction begins, and are refused BUSY when that takes too long or too many wait already.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface UnpacksFile {}
