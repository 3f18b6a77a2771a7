/** The guide, read inside the application: the page of a screen, and what is sought in all of them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shell", "shell :: ui", "access"})
package fr.educentre.assidu.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
