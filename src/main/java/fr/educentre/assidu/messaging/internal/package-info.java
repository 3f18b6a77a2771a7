@NullMarked
package fr.educentre.assidu.messaging.internal;

import org.jspecify.annotations.NullMarked;
