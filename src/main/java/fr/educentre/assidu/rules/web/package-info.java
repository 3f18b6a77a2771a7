/** REST calls of the rules. */
@NullMarked
package fr.educentre.assidu.rules.web;

import org.jspecify.annotations.NullMarked;
