/** Main layout and shared view parts, for the views of every module. */
@NullMarked
@NamedInterface("ui")
package fr.educentre.assidu.shell.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
