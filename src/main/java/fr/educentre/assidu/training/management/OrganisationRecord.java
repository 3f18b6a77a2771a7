package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.records.RecordTools;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Managed;
import fr.educentre.assidu.shell.StaleContent;
import fr.educentre.assidu.shell.Versioned;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one training organisation: its numbers, address, logo and who signs for it. */
@Service
@Transactional
@AllowedRoles(Role.ADMIN)
public class OrganisationRecord {

    private static final String SUBJECT = "organisation";

    private final RecordTools tools;

    OrganisationRecord(RecordTools tools) {
        this.tools = tools;
    }

    /** As it is now; empty before anybody has entered it. */
    @Transactional(readOnly = true)
    public Optional<Versioned<OrganisationContent>> find() {
        return stored().map(OrganisationRecord::versioned);
    }

    /**
     * @param version of what was read; null when nothing was there
     * @throws StaleContent when somebody changed it since
     * @throws InvalidContent naming each field to mend
     */
    public Versioned<OrganisationContent> put(@Nullable Integer version, OrganisationContent content) {
        var problems = tools.checks().problems(content);
        if (!problems.isEmpty()) {
            throw new InvalidContent(problems);
        }
        Organisation organisation = stored().orElse(null);
        if (organisation == null) {
            organisation = new Organisation();
            organisation.identify(UuidVersion7Strategy.INSTANCE.generateUuid(null));
            organisation.put(content);
            tools.entities().persist(organisation);
            record("created", organisation, Map.of(), tools.changes().all(content));
            tools.entities().flush();
            return versioned(organisation);
        }
        if (version == null || organisation.version() != version) {
            throw stale(organisation.id());
        }
        var difference = tools.changes().between(organisation.content(), content);
        if (!difference.isNone()) {
            organisation.put(content);
            flush(organisation.id());
            record("changed", organisation, difference.before(), difference.after());
        }
        return versioned(organisation);
    }

    /** @throws InvalidContent unless it is a picture that documents can bear, or while no organisation was entered */
    public void putLogo(byte[] picture) {
        Organisation organisation = stored().orElseThrow(() -> new InvalidContent("logo", "check.logo.organisation"));
        organisation.putLogo(LogoPicture.read(picture));
        flush(organisation.id());
        record("changed", organisation, Map.of(), Map.of("logo", picture.length));
    }

    /** The picture that documents bear. */
    @Transactional(readOnly = true)
    public Optional<LogoPicture> logo() {
        return stored().flatMap(Organisation::logo);
    }

    public void removeLogo() {
        stored().ifPresent(organisation -> {
            organisation.removeLogo();
            flush(organisation.id());
            record("changed", organisation, Map.of(), Map.of("logo", 0));
        });
    }

    /** Who changed what and when, newest first. */
    @Transactional(readOnly = true)
    public List<Managed.Change> history() {
        return stored().stream()
                .flatMap(one -> tools.history().of(SUBJECT, one.id().toString()).stream())
                .map(entry ->
                        new Managed.Change(entry.at(), entry.actor(), entry.action(), entry.before(), entry.after()))
                .toList();
    }

    private Optional<Organisation> stored() {
        return tools.sql()
                .sql("select id from organisation order by id limit 1")
                .query(UUID.class)
                .optional()
                .map(id -> tools.entities().find(Organisation.class, id));
    }

    private void flush(UUID id) {
        try {
            tools.entities().flush();
        } catch (OptimisticLockException e) {
            throw stale(id);
        }
    }

    private StaleContent stale(UUID id) {
        return tools.history()
                .last(SUBJECT, id.toString())
                .map(entry -> new StaleContent(entry.actor(), entry.at()))
                .orElseGet(StaleContent::new);
    }

    private void record(String what, Organisation one, Map<String, Object> before, Map<String, Object> after) {
        tools.journal()
                .record(JournalRecord.of(SUBJECT + '.' + what, SUBJECT, one.id().toString())
                        .before(before)
                        .after(after));
    }

    private static Versioned<OrganisationContent> versioned(Organisation organisation) {
        return new Versioned<>(organisation.id(), organisation.version(), organisation.content());
    }
}
