/** Screens on which the centre is kept. */
@NullMarked
package fr.educentre.assidu.training.ui;

import org.jspecify.annotations.NullMarked;
