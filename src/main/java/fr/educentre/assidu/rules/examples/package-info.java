/** Made-up learners that a rule must answer for before it is published. */
@NullMarked
package fr.educentre.assidu.rules.examples;

import org.jspecify.annotations.NullMarked;
