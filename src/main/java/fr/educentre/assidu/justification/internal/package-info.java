/** Justifications, their documents and the processes that follow an absence. */
@NullMarked
package fr.educentre.assidu.justification.internal;

import org.jspecify.annotations.NullMarked;
