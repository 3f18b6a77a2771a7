/** Screens on which the centre is kept and planned; what is done to a learner or a session may be offered on other screens. */
@NullMarked
@NamedInterface("ui")
package fr.educentre.assidu.training.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
