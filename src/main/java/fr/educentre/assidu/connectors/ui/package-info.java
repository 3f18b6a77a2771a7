/** Screens of the sources. */
@NullMarked
package fr.educentre.assidu.connectors.ui;

import org.jspecify.annotations.NullMarked;
