/** How documents are read together, rendered and kept. */
@NullMarked
package fr.educentre.assidu.documents.internal;

import org.jspecify.annotations.NullMarked;
