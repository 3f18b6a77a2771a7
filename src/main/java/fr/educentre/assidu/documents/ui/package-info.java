/** Screen of the evidence on paper. */
@NullMarked
package fr.educentre.assidu.documents.ui;

import org.jspecify.annotations.NullMarked;
