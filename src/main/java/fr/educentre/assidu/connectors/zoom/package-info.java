/** Zoom: signed webhooks, the participants report that follows a meeting, and learners' own join links. */
@NullMarked
package fr.educentre.assidu.connectors.zoom;

import org.jspecify.annotations.NullMarked;
