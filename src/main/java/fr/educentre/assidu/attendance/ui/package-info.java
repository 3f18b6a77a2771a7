/** Roll-call on a phone. */
@NullMarked
package fr.educentre.assidu.attendance.ui;

import org.jspecify.annotations.NullMarked;
