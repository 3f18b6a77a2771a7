/** The absence justification process; it moves the absence cases that attendance keeps. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "jdbc",
            "journal",
            "shell",
            "shell :: ui",
            "shell :: web",
            "access",
            "privacy",
            "access :: records",
            "workflow",
            "workflow :: ui",
            "attendance",
            "messaging",
            "training",
            "training :: management",
            "training :: ui",
            "rules"
        })
package fr.educentre.assidu.justification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
