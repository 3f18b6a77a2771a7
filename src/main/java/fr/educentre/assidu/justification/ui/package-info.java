/** The learner's page behind a signed link, absences to treat, and the detail of a justification. */
@NullMarked
@NamedInterface("ui")
package fr.educentre.assidu.justification.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
