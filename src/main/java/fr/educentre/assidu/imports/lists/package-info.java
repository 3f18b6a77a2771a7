/** Lists read from files: what they say, checked line by line, and what changes by it. */
@NullMarked
package fr.educentre.assidu.imports.lists;

import org.jspecify.annotations.NullMarked;
