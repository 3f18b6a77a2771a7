/** Two nodes on one database, killed at random under load: no mail is lost, none leaves twice. Run by {@code .ci/kill-run}. */
@NullMarked
package fr.educentre.assidu.kill;

import org.jspecify.annotations.NullMarked;
