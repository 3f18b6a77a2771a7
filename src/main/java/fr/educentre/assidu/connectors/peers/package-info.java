/** How the sources' own servers are spoken to. */
@NullMarked
package fr.educentre.assidu.connectors.peers;

import org.jspecify.annotations.NullMarked;
