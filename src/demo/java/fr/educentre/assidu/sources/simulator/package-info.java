/** Stand-ins for the sources' own servers, on this machine alone: for tests and the demonstration. */
@NullMarked
package fr.educentre.assidu.sources.simulator;

import org.jspecify.annotations.NullMarked;
