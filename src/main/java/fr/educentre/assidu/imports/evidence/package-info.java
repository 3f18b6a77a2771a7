/**
 * Files of presence: recognised by content, read into sightings, recorded as evidence. Sign-in partners send the same
 * tables over the network, so the sources may know how they are read.
 */
@NullMarked
@NamedInterface("evidence")
package fr.educentre.assidu.imports.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
