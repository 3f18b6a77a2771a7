/** Attendance over REST. */
@NullMarked
package fr.educentre.assidu.attendance.web;

import org.jspecify.annotations.NullMarked;
