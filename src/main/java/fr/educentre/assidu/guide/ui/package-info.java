/** Screens of the guide. */
@NullMarked
package fr.educentre.assidu.guide.ui;

import org.jspecify.annotations.NullMarked;
