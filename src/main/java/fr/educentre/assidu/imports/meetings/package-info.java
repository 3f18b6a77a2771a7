/** Links to virtual classes, as calendars and lists hold them. */
@NullMarked
package fr.educentre.assidu.imports.meetings;

import org.jspecify.annotations.NullMarked;
