/** Who may do what: accounts, roles, sign-in, API tokens, signed links. */
@NullMarked
@ApplicationModule(allowedDependencies = {"jdbc", "journal", "shell", "shell :: ui", "shell :: web"})
package fr.educentre.assidu.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
