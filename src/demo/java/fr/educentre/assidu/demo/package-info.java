/** The demonstration: a database and a mail server of its own, and a training centre with data; never in production. */
@NullMarked
@ApplicationModule
package fr.educentre.assidu.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
