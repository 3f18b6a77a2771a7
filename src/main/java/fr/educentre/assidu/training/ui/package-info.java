/** Screens of the training centre. */
@NullMarked
package fr.educentre.assidu.training.ui;

import org.jspecify.annotations.NullMarked;
