/** Immutable traces of participation as received, and whose they are. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"jdbc", "journal", "shell", "shell :: ui", "access", "privacy", "workflow", "training"})
package fr.educentre.assidu.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
