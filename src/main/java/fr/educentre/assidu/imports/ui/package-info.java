/** Screens of the imports: lists, calendars and what was imported. */
@NullMarked
package fr.educentre.assidu.imports.ui;

import org.jspecify.annotations.NullMarked;
