@NullMarked
package fr.educentre.assidu.access.web;

import org.jspecify.annotations.NullMarked;
