/** The guided start of a centre: what is entered and what is left, step by step. */
@NullMarked
@ApplicationModule(allowedDependencies = {"jdbc", "journal", "shell", "shell :: ui", "access"})
package fr.educentre.assidu.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
