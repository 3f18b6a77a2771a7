/** Screens of the guided start. */
@NullMarked
package fr.educentre.assidu.onboarding.ui;

import org.jspecify.annotations.NullMarked;
