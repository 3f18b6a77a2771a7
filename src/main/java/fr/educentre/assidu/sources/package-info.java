/** What speaks to us over the network: each source translates what it receives into evidence, and nothing else. */
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
            "imports :: evidence"
        })
package fr.educentre.assidu.sources;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
