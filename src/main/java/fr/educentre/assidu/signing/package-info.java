/** Our own sign-in sheet (émargement): opening, signatures on a shared tablet, the trainer's own, and their proof. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"jdbc", "journal", "shell", "shell :: ui", "access", "privacy", "evidence", "training"})
package fr.educentre.assidu.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
