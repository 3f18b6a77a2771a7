/** The evidence on paper: attendance sheets, certificates, reports. */
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
