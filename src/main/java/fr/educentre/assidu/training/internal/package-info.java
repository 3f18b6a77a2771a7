/** The centre's data in SQL, and the writing of it. */
@NullMarked
package fr.educentre.assidu.training.internal;

import org.jspecify.annotations.NullMarked;
