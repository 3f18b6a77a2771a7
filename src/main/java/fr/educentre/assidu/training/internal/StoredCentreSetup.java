package fr.educentre.assidu.training.internal;

import static fr.educentre.assidu.jdbc.BatchWriter.row;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.jdbc.BatchWriter;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.CentreSetup;
import fr.educentre.assidu.training.HolidayCalendar;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.OrganisationInfo;
import fr.educentre.assidu.training.TimeSlot;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(propagation = Propagation.MANDATORY)
@AllowedRoles(Role.QUALITY_MANAGER)
class StoredCentreSetup implements CentreSetup {

    private final BatchWriter batch;
    private final JdbcTemplate sql;
    private final Clock clock;

    StoredCentreSetup(BatchWriter batch, JdbcTemplate sql, Clock clock) {
        this.batch = batch;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void addOrganisation(UUID id, OrganisationInfo organisation) {
        batch.write(
                """
                insert into organisation (id, name, siret, nda, nda_region, address, postal_code, city, phone, email,
                    representative_name, representative_title, logo, logo_media_type)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                List.of(organisation),
                o -> row(
                        id,
                        o.name(),
                        o.registration().siret(),
                        o.registration().nda(),
                        o.registration().ndaRegion(),
                        o.address().street(),
                        o.address().postalCode(),
                        o.address().city(),
                        o.contact().phone(),
                        o.contact().email(),
                        o.representative().name(),
                        o.representative().title(),
                        o.logo().bytes(),
                        o.logo().mediaType()));
    }

    @Override
    public void addSites(List<NewSite> sites) {
        batch.write(
                "insert into site (id, code, name, zone, holidays, address, postal_code, city, phone)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                sites,
                s -> row(
                        s.id(),
                        s.code(),
                        s.name(),
                        s.zone().getId(),
                        HolidayCalendar.of(s.zone()).name(),
                        s.address(),
                        s.postalCode(),
                        s.city(),
                        s.phone()));
    }

    @Override
    public void addProgrammes(List<NewProgramme> programmes) {
        batch.write(
                "insert into programme (id, code, title, nature, planned_minutes) values (?, ?, ?, ?, ?)",
                programmes,
                p -> row(p.id(), p.code(), p.title(), p.nature(), p.plannedMinutes()));
        for (NewProgramme programme : programmes) {
            var modules = programme.modules();
            batch.write(
                    "insert into programme_module (id, programme_id, code, title, position, planned_minutes)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    IntStream.range(0, modules.size()).boxed().toList(),
                    i -> row(
                            modules.get(i).id(),
                            programme.id(),
                            modules.get(i).code(),
                            modules.get(i).title(),
                            i + 1,
                            modules.get(i).plannedMinutes()));
            modules.forEach(module -> batch.write(
                    "insert into programme_module_activity (module_id, activity_id, position) values (?, ?, ?)",
                    IntStream.range(0, module.activityIds().size()).boxed().toList(),
                    i -> row(module.id(), module.activityIds().get(i), i + 1)));
        }
    }

    @Override
    public void addTrainers(List<NewPerson> trainers) {
        batch.write(
                "insert into trainer (id, external_id, first_name, last_name, email, phone) values (?, ?, ?, ?, ?, ?)",
                trainers,
                t -> row(t.id(), t.externalId(), t.firstName(), t.lastName(), t.email(), t.phone()));
    }

    @Override
    public void addReferents(List<NewPerson> referents) {
        batch.write(
                "insert into referent (id, first_name, last_name, email, phone) values (?, ?, ?, ?, ?)",
                referents,
                r -> row(r.id(), r.firstName(), r.lastName(), r.email(), r.phone()));
    }

    @Override
    public void addEmployers(List<NewEmployer> employers) {
        batch.write(
                "insert into employer (id, code, name, siret, contact_name, contact_email, phone)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                employers,
                e -> row(e.id(), e.code(), e.name(), e.siret(), e.contactName(), e.contactEmail(), e.phone()));
    }

    @Override
    public void addTutors(List<NewTutor> tutors) {
        batch.write(
                "insert into tutor (id, employer_id, first_name, last_name, email, phone) values (?, ?, ?, ?, ?, ?)",
                tutors,
                t -> row(t.id(), t.employerId(), t.firstName(), t.lastName(), t.email(), t.phone()));
    }

    @Override
    public void addFunders(List<NewFunder> funders) {
        batch.write(
                "insert into funder (id, code, name, kind) values (?, ?, ?, ?)",
                funders,
                f -> row(f.id(), f.code(), f.name(), f.kind()));
    }

    @Override
    public void addGroups(List<NewGroup> groups) {
        batch.write(
                "insert into learner_group (id, code, name, programme_id, site_id, referent_id, starts_on, ends_on)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                groups,
                g -> row(
                        g.id(),
                        g.code(),
                        g.name(),
                        g.programmeId(),
                        g.siteId(),
                        g.referentId(),
                        g.startsOn(),
                        g.endsOn()));
    }

    @Override
    public void addPeriods(List<NewPeriod> periods) {
        batch.write(
                "insert into group_period (id, group_id, kind, from_on, to_on) values (?, ?, ?, ?, ?)",
                periods,
                p -> row(
                        TimeOrderedId.next(),
                        p.groupId(),
                        p.period().kind(),
                        p.period().from(),
                        p.period().to()));
    }

    @Override
    public void addLearners(List<LearnerInfo> learners) {
        batch.write(
                "insert into learner (id, external_id, first_name, last_name, email, phone, birth_date)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                learners,
                l -> row(l.id(), l.externalId(), l.firstName(), l.lastName(), l.email(), l.phone(), l.birthDate()));
    }

    @Override
    public void addGuardians(List<NewGuardian> guardians) {
        batch.write(
                "insert into guardian (id, learner_id, first_name, last_name, email, phone) values (?, ?, ?, ?, ?, ?)",
                guardians,
                g -> row(TimeOrderedId.next(), g.learnerId(), g.firstName(), g.lastName(), g.email(), g.phone()));
    }

    @Override
    public void addMemberships(List<NewMembership> memberships) {
        batch.write(
                "insert into group_membership (id, learner_id, group_id, from_on, to_on, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                memberships,
                m -> row(TimeOrderedId.next(), m.learnerId(), m.groupId(), m.from(), m.to(), clock.instant()));
    }

    @Override
    public void addEnrolments(List<NewEnrolment> enrolments) {
        batch.write(
                """
                insert into enrolment (id, number, learner_id, programme_id, group_id, employer_id, tutor_id,
                    apprenticeship, starts_on, ends_on, agreed_minutes)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                enrolments,
                e -> row(
                        e.id(),
                        e.number(),
                        e.learnerId(),
                        e.programmeId(),
                        e.groupId(),
                        e.employment().employerId(),
                        e.employment().tutorId(),
                        e.employment().apprenticeship(),
                        e.agreement().startsOn(),
                        e.agreement().endsOn(),
                        e.agreement().agreedMinutes()));
    }

    @Override
    public void addFundings(List<NewFunding> fundings) {
        batch.write(
                """
                insert into funding (id, enrolment_id, funder_id, file_number, agreed_minutes, starts_on, ends_on,
                    priority, crediting_method)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                fundings,
                f -> row(
                        f.id(),
                        f.enrolmentId(),
                        f.funderId(),
                        f.fileNumber(),
                        f.agreedMinutes(),
                        f.period().startsOn(),
                        f.period().endsOn(),
                        f.priority(),
                        f.creditingMethod()));
    }

    @Override
    public void addSessions(List<NewSession> sessions) {
        batch.write("""
                insert into training_session (id, external_id, title, group_id, module_id, site_id, trainer_id,
                    planned_on, starts_at, ends_at, taught_minutes, modality, room, meeting_provider, meeting_id,
                    meeting_url, stored_state, change_reason, change_caused_by, moved_to_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, sessions, s -> {
            var meeting = s.place().meeting();
            var unheld = s.unheld();
            return row(
                    s.id(),
                    s.externalId(),
                    s.title(),
                    s.course().groupId(),
                    s.course().moduleId(),
                    s.place().siteId(),
                    s.trainerId(),
                    s.schedule().plannedOn(),
                    s.schedule().startsAt(),
                    s.schedule().endsAt(),
                    s.taughtMinutes(),
                    s.place().modality(),
                    s.place().room(),
                    meeting == null ? null : meeting.provider(),
                    meeting == null ? null : meeting.id(),
                    meeting == null ? null : meeting.url(),
                    unheld == null ? "PLANNED" : unheld.movedTo() == null ? "CANCELLED" : "POSTPONED",
                    unheld == null ? null : unheld.reason(),
                    unheld == null ? null : unheld.causedBy(),
                    unheld == null ? null : unheld.movedTo());
        });
        addBreaks(sessions);
    }

    @Override
    public void replaceSession(NewSession session) {
        batch.write("""
                update training_session
                   set title = ?, group_id = ?, module_id = ?, site_id = ?, trainer_id = ?, actual_trainer_id = null,
                       starts_at = ?, ends_at = ?, taught_minutes = ?, modality = ?, room = ?, meeting_provider = ?,
                       meeting_id = ?, meeting_url = ?, version = version + 1
                 where id = ?
                """, List.of(session), s -> {
            var meeting = s.place().meeting();
            return row(
                    s.title(),
                    s.course().groupId(),
                    s.course().moduleId(),
                    s.place().siteId(),
                    s.trainerId(),
                    s.schedule().startsAt(),
                    s.schedule().endsAt(),
                    s.taughtMinutes(),
                    s.place().modality(),
                    s.place().room(),
                    meeting == null ? null : meeting.provider(),
                    meeting == null ? null : meeting.id(),
                    meeting == null ? null : meeting.url(),
                    s.id());
        });
        batch.write("delete from session_break where session_id = ?", List.of(session), s -> row(s.id()));
        addBreaks(List.of(session));
    }

    @Override
    public void planAgain(UUID sessionId, @Nullable UUID standInId) {
        sql.update("""
                update training_session set actual_trainer_id = ?, stored_state = 'PLANNED', change_reason = null,
                       change_caused_by = null
                 where id = ?
                """, standInId, sessionId);
    }

    @Override
    public boolean cancelSession(UUID sessionId, String reason) {
        return sql.update("""
                update training_session set stored_state = 'CANCELLED', change_reason = ?, change_caused_by = 'CENTRE',
                       version = version + 1
                 where id = ? and stored_state = 'PLANNED'
                """, reason, sessionId) > 0;
    }

    @Override
    public void changeGroup(NewGroup group) {
        sql.update(
                """
                update learner_group set name = ?, programme_id = ?, site_id = ?, starts_on = ?, ends_on = ?,
                       version = version + 1
                 where id = ?
                """, group.name(), group.programmeId(), group.siteId(), group.startsOn(), group.endsOn(), group.id());
    }

    @Override
    public void identifySession(UUID sessionId, String externalId) {
        sql.update(
                "update training_session set external_id = ?, version = version + 1 where id = ?",
                externalId,
                sessionId);
    }

    @Override
    public void checkAddressesAtTheEnd(boolean later) {
        try {
            sql.query("select check_learner_email_later(?)", row -> {}, later);
        } catch (DataIntegrityViolationException e) {
            // somebody else gave it meanwhile to another learner
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.learner.emailTaken");
        }
    }

    @Override
    public void changeLearner(LearnerInfo learner) {
        sql.update(
                """
                update learner set first_name = ?, last_name = ?, email = ?, phone = ?, birth_date = ?, version = version + 1
                 where id = ?
                """,
                learner.firstName(),
                learner.lastName(),
                learner.email(),
                learner.phone(),
                learner.birthDate(),
                learner.id());
    }

    @Override
    public void changeGuardian(UUID guardianId, NewGuardian guardian) {
        sql.update("""
                update guardian set first_name = ?, last_name = ?, email = ?, phone = ?, version = version + 1 where id = ?
                """, guardian.firstName(), guardian.lastName(), guardian.email(), guardian.phone(), guardianId);
    }

    @Override
    public void endMembership(UUID membershipId, LocalDate last) {
        sql.update("update group_membership set to_on = ? where id = ?", last, membershipId);
    }

    @Override
    public void changeEnrolment(UUID enrolmentId, int agreedMinutes, @Nullable UUID employerId) {
        sql.update("""
                update enrolment set agreed_minutes = ?, employer_id = ?,
                       tutor_id = case when employer_id is not distinct from ? then tutor_id end, version = version + 1
                 where id = ?
                """, agreedMinutes, employerId, employerId, enrolmentId);
    }

    @Override
    public void changeFunding(UUID fundingId, UUID funderId, @Nullable String fileNumber, int agreedMinutes) {
        sql.update(
                "update funding set funder_id = ?, file_number = ?, agreed_minutes = ?, version = version + 1 where id = ?",
                funderId,
                fileNumber,
                agreedMinutes,
                fundingId);
    }

    private void addBreaks(List<NewSession> sessions) {
        record Pause(UUID session, int position, TimeSlot slot) {}
        batch.write(
                "insert into session_break (session_id, position, from_at, to_at) values (?, ?, ?, ?)",
                sessions.stream()
                        .flatMap(s -> IntStream.range(0, s.schedule().breaks().size())
                                .mapToObj(i -> new Pause(
                                        s.id(), i + 1, s.schedule().breaks().get(i))))
                        .toList(),
                p -> row(p.session(), p.position(), p.slot().from(), p.slot().to()));
    }
}
