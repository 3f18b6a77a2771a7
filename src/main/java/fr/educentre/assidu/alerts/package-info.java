/** Gathers the facts of a learner, asks the rules, keeps the alerts and why they fired. */
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
            "attendance",
            "progress",
            "training",
            "rules"
        })
package fr.educentre.assidu.alerts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
