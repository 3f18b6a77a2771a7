/** The demonstration's training centre: the same centre for the same day. */
@NullMarked
package fr.educentre.assidu.training.demo;

import org.jspecify.annotations.NullMarked;
