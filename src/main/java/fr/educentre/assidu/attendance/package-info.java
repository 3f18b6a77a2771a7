/** The verdict for a learner and a session: status, minutes, absences, corrections. */
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
            "workflow :: ui",
            "evidence",
            "training",
            "training :: ui",
            "rules"
        })
package fr.educentre.assidu.attendance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
