/** Audit trail: append-only entries, each bound to the one before by its hash. */
@NullMarked
@ApplicationModule(allowedDependencies = {"jdbc"})
package fr.educentre.assidu.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
