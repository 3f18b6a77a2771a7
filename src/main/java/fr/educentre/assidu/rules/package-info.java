/** The rules engine: vocabulary, versions, safe compiling, evaluation, explanation. Facts are plain records. */
@NullMarked
@ApplicationModule(allowedDependencies = {"jdbc", "journal", "shell", "shell :: ui", "access", "workflow"})
package fr.educentre.assidu.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
