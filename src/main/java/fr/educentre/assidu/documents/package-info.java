/** The evidence on paper: attendance sheets, certificates, reports. */
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
            "rules",
            "messaging"
        })
package fr.educentre.assidu.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
