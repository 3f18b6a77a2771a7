/** REST calls about justifications and absences. */
@NullMarked
package fr.educentre.assidu.justification.web;

import org.jspecify.annotations.NullMarked;
