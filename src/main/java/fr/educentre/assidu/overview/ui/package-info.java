@NullMarked
package fr.educentre.assidu.overview.ui;

import org.jspecify.annotations.NullMarked;
