package fr.educentre.assidu.training;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** When the sites work. */
public interface WorkingCalendars {

    /** By site; a site that is unknown is left out. */
    Map<UUID, WorkingDays> of(Collection<UUID> siteIds);

    /** @throws fr.educentre.assidu.shell.Refusal NOT_FOUND */
    WorkingDays of(UUID siteId);
}
