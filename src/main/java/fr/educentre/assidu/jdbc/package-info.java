/** Values on their way to and from PostgreSQL, the same way in every module; knows no table. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.educentre.assidu.jdbc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
