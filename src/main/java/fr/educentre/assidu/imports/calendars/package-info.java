/** iCalendar files and subscriptions: events read, repeated and split, told to the training centre as sessions. */
@NullMarked
package fr.educentre.assidu.imports.calendars;

import org.jspecify.annotations.NullMarked;
