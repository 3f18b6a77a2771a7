/** Receiver of xAPI 1.0.3 statements. */
@NullMarked
package fr.educentre.assidu.sources.xapi;

import org.jspecify.annotations.NullMarked;
