@NullMarked
package fr.educentre.assidu.messaging.ui;

import org.jspecify.annotations.NullMarked;
