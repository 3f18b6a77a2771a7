/** How traces are kept and matched. */
@NullMarked
package fr.educentre.assidu.evidence.internal;

import org.jspecify.annotations.NullMarked;
