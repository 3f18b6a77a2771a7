@NullMarked
package fr.educentre.assidu.workflow.internal;

import org.jspecify.annotations.NullMarked;
