/** From the facts of a learner to alerts kept with their explanation. */
@NullMarked
package fr.educentre.assidu.alerts.internal;

import org.jspecify.annotations.NullMarked;
