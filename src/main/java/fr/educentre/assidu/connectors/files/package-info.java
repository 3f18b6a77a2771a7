/** Files of presence: recognised by content, read into sightings, recorded as evidence. */
@NullMarked
package fr.educentre.assidu.connectors.files;

import org.jspecify.annotations.NullMarked;
