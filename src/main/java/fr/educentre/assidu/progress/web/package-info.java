/** REST calls about results. */
@NullMarked
package fr.educentre.assidu.progress.web;

import org.jspecify.annotations.NullMarked;
