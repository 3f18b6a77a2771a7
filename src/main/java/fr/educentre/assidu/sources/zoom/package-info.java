/** Zoom: signed webhooks, the participants report that follows a meeting, and learners' own join links. */
@NullMarked
package fr.educentre.assidu.sources.zoom;

import org.jspecify.annotations.NullMarked;
