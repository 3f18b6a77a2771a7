@NullMarked
package fr.educentre.assidu.progress.internal;

import org.jspecify.annotations.NullMarked;
