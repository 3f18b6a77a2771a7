/** BigBlueButton: its web hooks, its analytics, its API and, where nothing else is there, its state every minute. */
@NullMarked
package fr.educentre.assidu.sources.bigbluebutton;

import org.jspecify.annotations.NullMarked;
