/** What people keep of the centre: entered, corrected, ended, with its history. */
@NullMarked
package fr.educentre.assidu.training.management;

import org.jspecify.annotations.NullMarked;
