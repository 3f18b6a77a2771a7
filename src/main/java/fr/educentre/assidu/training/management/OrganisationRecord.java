package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.records.ManagedRecords;
import fr.educentre.assidu.access.records.RecordKind;
import fr.educentre.assidu.access.records.RecordTools;
import fr.educentre.assidu.jdbc.TextSearch;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Managed;
import fr.educentre.assidu.shell.StaleContent;
import fr.educentre.assidu.shell.Versioned;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one training organisation: its numbers, address, logo and who signs for it. */
@Service
@Transactional
@AllowedRoles(Role.ADMIN)
public class OrganisationRecord extends ManagedRecords<Organisation, OrganisationContent> {

    /** No version of anything that was kept. */
    private static final int NOTHING_READ = -1;

    private final RecordTools tools;

    OrganisationRecord(RecordTools tools) {
        super(
                new RecordKind<>(
                        "organisation",
                        Organisation.class,
                        Organisation::new,
                        sql -> sql.sql(
                                "select id, count(*) over () as total from organisation where :ended is not null and "
                                        + TextSearch.holds("name") + " order by id limit :size offset :skipped")),
                tools);
        this.tools = tools;
    }

    /** As it is now; empty before anybody has entered it. */
    @Transactional(readOnly = true)
    public Optional<Versioned<OrganisationContent>> find() {
        return stored().map(one -> get(one.id()));
    }

    /**
     * @param version of what was read; null when nothing was there
     * @throws StaleContent when somebody changed it since
     * @throws InvalidContent naming each field to mend
     */
    public Versioned<OrganisationContent> put(@Nullable Integer version, OrganisationContent content) {
        return stored().map(one -> change(one.id(), version == null ? NOTHING_READ : version, content))
                .orElseGet(() -> add(TimeOrderedId.next(), content));
    }

    /** @throws InvalidContent unless it is a picture that documents can bear, or while no organisation was entered */
    public void putLogo(byte[] picture) {
        Organisation organisation = stored().orElseThrow(() -> new InvalidContent("logo", "check.logo.organisation"));
        organisation.putLogo(LogoPicture.read(picture));
        logoChanged(organisation, picture.length);
    }

    /** The picture that documents bear. */
    @Transactional(readOnly = true)
    public Optional<LogoPicture> logo() {
        return stored().flatMap(Organisation::logo);
    }

    public void removeLogo() {
        stored().ifPresent(organisation -> {
            organisation.removeLogo();
            logoChanged(organisation, 0);
        });
    }

    private void logoChanged(Organisation organisation, int bytes) {
        flush(organisation.id());
        record("changed", organisation, Map.of(), Map.of("logo", bytes));
    }

    /** Who changed what and when, newest first. */
    @Transactional(readOnly = true)
    public List<Managed.Change> history() {
        return stored().map(one -> history(one.id())).orElse(List.of());
    }

    private Optional<Organisation> stored() {
        return tools.sql()
                .sql("select id from organisation order by id limit 1")
                .query(UUID.class)
                .optional()
                .map(id -> tools.entities().find(Organisation.class, id));
    }
}
