/** Screens of the rules. */
@NullMarked
package fr.educentre.assidu.rules.ui;

import org.jspecify.annotations.NullMarked;
