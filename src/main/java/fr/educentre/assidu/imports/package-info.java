/** What a person brings as a file: lists of the centre, calendars, evidence files; commands of training or evidence. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"jdbc", "journal", "shell", "shell :: ui", "access", "workflow", "evidence", "training"})
package fr.educentre.assidu.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
