/** Screens of the sources. */
@NullMarked
package fr.educentre.assidu.sources.ui;

import org.jspecify.annotations.NullMarked;
