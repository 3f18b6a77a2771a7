/** Screens and calls that bring modules together: home, dashboards, learner page, timeline. */
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
            "training",
            "training :: management",
            "training :: ui",
            "evidence",
            "sources",
            "imports",
            "attendance",
            "progress",
            "rules",
            "alerts",
            "alerts :: ui",
            "relaunch",
            "justification",
            "justification :: ui",
            "messaging",
            "documents",
            "signing"
        })
package fr.educentre.assidu.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
