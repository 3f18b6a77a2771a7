/** The skeleton of every source: deliveries taken in and processed, settings, calls to remote servers, health. */
@NullMarked
package fr.educentre.assidu.sources.core;

import org.jspecify.annotations.NullMarked;
