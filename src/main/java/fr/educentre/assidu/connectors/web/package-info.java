/** REST calls of the sources. */
@NullMarked
package fr.educentre.assidu.connectors.web;

import org.jspecify.annotations.NullMarked;
