/** Screens of the alerts; why one was raised, or was not, is asked on other screens too. */
@NullMarked
@NamedInterface("ui")
package fr.educentre.assidu.alerts.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
