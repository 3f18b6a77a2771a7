@NullMarked
package fr.educentre.assidu.messaging.web;

import org.jspecify.annotations.NullMarked;
