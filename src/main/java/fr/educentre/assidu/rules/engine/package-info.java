/** Rules written for Drools, verified, compiled and run; why a rule fired or did not. */
@NullMarked
package fr.educentre.assidu.rules.engine;

import org.jspecify.annotations.NullMarked;
