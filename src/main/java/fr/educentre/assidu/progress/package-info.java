/** Module completion, time spent, evaluations. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "jdbc",
            "journal",
            "shell",
            "shell :: ui",
            "access",
            "privacy",
            "workflow",
            "evidence",
            "training",
            "rules"
        })
package fr.educentre.assidu.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
