/** Screens of the alerts. */
@NullMarked
package fr.educentre.assidu.alerts.ui;

import org.jspecify.annotations.NullMarked;
