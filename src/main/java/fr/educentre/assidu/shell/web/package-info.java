/** Answers to calls, and what the calls of every module share. */
@NullMarked
@NamedInterface("web")
package fr.educentre.assidu.shell.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
