/** What people keep of the centre: entered, corrected, ended, with its history. */
@NullMarked
@NamedInterface("management")
package fr.educentre.assidu.training.management;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
