@NullMarked
package fr.educentre.assidu.shell.web;

import org.jspecify.annotations.NullMarked;
