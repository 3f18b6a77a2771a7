/** What every screen shares: main layout, texts in French and English, refusals and their rendering. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.educentre.assidu.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
