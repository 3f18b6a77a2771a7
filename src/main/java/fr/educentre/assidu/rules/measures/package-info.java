/** The figures of one learner that sentences ask for. */
@NullMarked
package fr.educentre.assidu.rules.measures;

import org.jspecify.annotations.NullMarked;
