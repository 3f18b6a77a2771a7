/** The relaunch process: its steps, its row and what ends it. */
@NullMarked
package fr.educentre.assidu.relaunch.internal;

import org.jspecify.annotations.NullMarked;
