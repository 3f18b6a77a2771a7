@NullMarked
package fr.educentre.assidu.documents.internal;

import org.jspecify.annotations.NullMarked;
