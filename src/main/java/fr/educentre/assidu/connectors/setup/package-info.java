/** What each source needs to know, kept safe, and whether it works. */
@NullMarked
package fr.educentre.assidu.connectors.setup;

import org.jspecify.annotations.NullMarked;
