@NullMarked
package fr.educentre.assidu.workflow.web;

import org.jspecify.annotations.NullMarked;
