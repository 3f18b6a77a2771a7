/** The screen of participants to recognise. */
@NullMarked
package fr.educentre.assidu.evidence.ui;

import org.jspecify.annotations.NullMarked;
