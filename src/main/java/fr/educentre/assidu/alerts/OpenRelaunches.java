package fr.educentre.assidu.alerts;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Which learners a relaunch runs for; implemented by {@code relaunch}. */
public interface OpenRelaunches {

    Set<UUID> among(Collection<UUID> learnerIds);
}
