/** The sheet on a shared tablet. */
@NullMarked
package fr.educentre.assidu.signing.ui;

import org.jspecify.annotations.NullMarked;
