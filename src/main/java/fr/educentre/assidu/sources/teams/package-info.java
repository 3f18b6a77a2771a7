/** Microsoft Teams: change notifications and attendance reports of Microsoft Graph. */
@NullMarked
package fr.educentre.assidu.sources.teams;

import org.jspecify.annotations.NullMarked;
