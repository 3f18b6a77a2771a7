/** REST calls of the guided start. */
@NullMarked
package fr.educentre.assidu.onboarding.web;

import org.jspecify.annotations.NullMarked;
