/** Evidence of the demonstration. */
@NullMarked
package fr.educentre.assidu.connectors.demo;

import org.jspecify.annotations.NullMarked;
