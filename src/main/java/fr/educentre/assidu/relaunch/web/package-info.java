/** REST calls about relaunches. */
@NullMarked
package fr.educentre.assidu.relaunch.web;

import org.jspecify.annotations.NullMarked;
