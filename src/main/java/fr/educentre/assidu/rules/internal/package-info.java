/** From sentences to the engine and back: vocabulary, checking, assembling, compiling, measuring, explaining. */
@NullMarked
package fr.educentre.assidu.rules.internal;

import org.jspecify.annotations.NullMarked;
