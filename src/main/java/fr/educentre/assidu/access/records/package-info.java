/** Keeping things by hand: found, entered, corrected, ended, in the name of whoever acts, with versions and a history. */
@NullMarked
@NamedInterface("records")
package fr.educentre.assidu.access.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
