/** Screens of the training centre; the tabs of imports also for the calendars. */
@NullMarked
@NamedInterface("ui")
package fr.educentre.assidu.training.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
