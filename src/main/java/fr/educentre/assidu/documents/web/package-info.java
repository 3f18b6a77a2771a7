/** Documents and reports over HTTP, and their public verification. */
@NullMarked
package fr.educentre.assidu.documents.web;

import org.jspecify.annotations.NullMarked;
