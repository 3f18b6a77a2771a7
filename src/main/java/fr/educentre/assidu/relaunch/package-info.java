/** The relaunch (relance) process that follows an alert. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "journal",
            "shell",
            "shell :: ui",
            "access",
            "privacy",
            "workflow",
            "workflow :: ui",
            "alerts",
            "attendance",
            "messaging",
            "training",
            "training :: management",
            "rules"
        })
package fr.educentre.assidu.relaunch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
