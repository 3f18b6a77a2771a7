/** E-mail templates, outbox and delivery, each message once. */
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
            "workflow :: ui",
            "training"
        })
package fr.educentre.assidu.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
