/** Evidence of the demonstration. */
@NullMarked
package fr.educentre.assidu.sources.demo;

import org.jspecify.annotations.NullMarked;
