/** The process engine, durable jobs, the task list and the process monitor. */
@NullMarked
@ApplicationModule(allowedDependencies = {"journal", "shell", "shell :: ui", "access"})
package fr.educentre.assidu.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
