/** The sources: each translates what it receives into evidence, or rosters into commands of training. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "journal",
            "shell",
            "shell :: ui",
            "access",
            "workflow",
            "evidence",
            "training",
            "training :: ui"
        })
package fr.educentre.assidu.connectors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
