package fr.educentre.assidu.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The organisation, its staff, programmes and funders, for other modules. */
public interface Centre {

    OrganisationInfo organisation();

    List<Labelled> sites();

    List<Labelled> funders();

    List<Labelled> programmes();

    Optional<ContactInfo> trainer(UUID trainerId);

    Optional<ContactInfo> referent(UUID referentId);

    /** Modules of the programme in their order. */
    List<ModuleInfo> modules(UUID programmeId);

    /** xAPI activity id to the modules that hold it, for all activity ids of the centre. */
    Map<String, List<UUID>> modulesByActivity();

    record Labelled(UUID id, String code, String label) {}

    /** @param activityIds xAPI object ids */
    record ModuleInfo(
            UUID id, UUID programmeId, String code, String title, int plannedMinutes, List<String> activityIds) {}
}
