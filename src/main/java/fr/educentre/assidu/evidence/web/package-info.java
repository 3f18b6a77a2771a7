/** Who participants are, over REST. */
@NullMarked
package fr.educentre.assidu.evidence.web;

import org.jspecify.annotations.NullMarked;
