/** REST calls of the training centre. */
@NullMarked
package fr.educentre.assidu.training.web;

import org.jspecify.annotations.NullMarked;
