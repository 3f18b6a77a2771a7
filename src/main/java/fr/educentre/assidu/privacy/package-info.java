/** What is held about a person, handed to them when they ask (GDPR, articles 15 and 20). */
@NullMarked
@ApplicationModule(allowedDependencies = {"jdbc", "journal", "shell", "access"})
package fr.educentre.assidu.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
