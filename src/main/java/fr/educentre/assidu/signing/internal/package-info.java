/** Periods, signatures and their chain. */
@NullMarked
package fr.educentre.assidu.signing.internal;

import org.jspecify.annotations.NullMarked;
