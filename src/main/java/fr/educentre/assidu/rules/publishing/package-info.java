/** Rules as they are stored: drafts, versions, what is in force on this node, files in and out. */
@NullMarked
package fr.educentre.assidu.rules.publishing;

import org.jspecify.annotations.NullMarked;
