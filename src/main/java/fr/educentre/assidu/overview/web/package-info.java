/** REST calls that bring modules together. */
@NullMarked
package fr.educentre.assidu.overview.web;

import org.jspecify.annotations.NullMarked;
