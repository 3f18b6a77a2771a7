/** Task list and process monitor; a module may show what its kind of task is about. */
@NullMarked
@NamedInterface("ui")
package fr.educentre.assidu.workflow.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
