/** Signing, over calls. */
@NullMarked
package fr.educentre.assidu.signing.web;

import org.jspecify.annotations.NullMarked;
