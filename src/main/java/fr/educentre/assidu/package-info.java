/** Assidu: follow-up and attendance of learners for training organisations. */
@NullMarked
package fr.educentre.assidu;

import org.jspecify.annotations.NullMarked;
