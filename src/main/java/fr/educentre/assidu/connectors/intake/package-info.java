/** One way in: what a source delivers is kept as received, answered, then understood by durable work. */
@NullMarked
package fr.educentre.assidu.connectors.intake;

import org.jspecify.annotations.NullMarked;
