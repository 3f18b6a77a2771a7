/** Edusign: its webhooks start a reading of the course, which is the truth. */
@NullMarked
package fr.educentre.assidu.sources.edusign;

import org.jspecify.annotations.NullMarked;
