/** REST calls of the alerts. */
@NullMarked
package fr.educentre.assidu.alerts.web;

import org.jspecify.annotations.NullMarked;
