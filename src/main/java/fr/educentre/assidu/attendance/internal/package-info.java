/** Deciding and keeping verdicts and absence cases. */
@NullMarked
package fr.educentre.assidu.attendance.internal;

import org.jspecify.annotations.NullMarked;
