/** REST calls of the imports. */
@NullMarked
package fr.educentre.assidu.imports.web;

import org.jspecify.annotations.NullMarked;
