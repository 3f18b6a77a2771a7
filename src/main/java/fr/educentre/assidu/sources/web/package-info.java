/** REST calls of the sources. */
@NullMarked
package fr.educentre.assidu.sources.web;

import org.jspecify.annotations.NullMarked;
