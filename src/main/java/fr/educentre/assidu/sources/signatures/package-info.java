/** Sign-in partners of any kind: signed messages and files, and what their columns mean. */
@NullMarked
package fr.educentre.assidu.sources.signatures;

import org.jspecify.annotations.NullMarked;
