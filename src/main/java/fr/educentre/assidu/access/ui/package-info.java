@NullMarked
package fr.educentre.assidu.access.ui;

import org.jspecify.annotations.NullMarked;
