/** The training centre: sites, programmes, groups, learners, trainers, enrolments and sessions. */
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
            "workflow"
        })
package fr.educentre.assidu.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
