package fr.educentre.assidu.training;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Adds what a centre is made of, many at a time, and changes it, in the caller's transaction. Keys are the caller's, UUID version 7;
 * what a row refers to is added before it. Called by code that checked who asks.
 */
public interface CentreSetup {

    void addOrganisation(UUID id, OrganisationInfo organisation);

    void addSites(List<NewSite> sites);

    void addProgrammes(List<NewProgramme> programmes);

    void addTrainers(List<NewPerson> trainers);

    void addReferents(List<NewPerson> referents);

    void addEmployers(List<NewEmployer> employers);

    void addTutors(List<NewTutor> tutors);

    void addFunders(List<NewFunder> funders);

    void addGroups(List<NewGroup> groups);

    void addPeriods(List<NewPeriod> periods);

    void addLearners(List<LearnerInfo> learners);

    void addGuardians(List<NewGuardian> guardians);

    void addMemberships(List<NewMembership> memberships);

    void addEnrolments(List<NewEnrolment> enrolments);

    void addFundings(List<NewFunding> fundings);

    /** Taught minutes are the slot less the breaks. A session that another was moved to comes first. */
    void addSessions(List<NewSession> sessions);

    /** Writes the session of that id anew, but for the day first planned and its state; its trainer is the planned one. */
    void replaceSession(NewSession session);

    /** Its calendar has another identifier for it from now on. */
    void identifySession(UUID sessionId, String externalId);

    /** A session that is held after all, whatever was said before; somebody may stand in for the planned trainer. */
    void planAgain(UUID sessionId, @Nullable UUID standInId);

    /**
     * The centre cancels a session that is planned.
     *
     * @return false, and nothing changes, for a session that is closed or not held already
     */
    boolean cancelSession(UUID sessionId, String reason);

    /** Its code and referent stay. */
    void changeGroup(NewGroup group);

    /** Its external identifier stays. */
    void changeLearner(LearnerInfo learner);

    /**
     * Whether two learners may have one address until the transaction ends, as those have whose addresses a file exchanges.
     *
     * @param later false has what was written checked at once, and each write from then on
     */
    void checkAddressesAtTheEnd(boolean later);

    void changeGuardian(UUID guardianId, NewGuardian guardian);

    /** The learner is a member up to and including that day; the period itself is never deleted. */
    void endMembership(UUID membershipId, LocalDate last);

    /** A tutor works for the employer: with another employer there is none until one is named. */
    void changeEnrolment(UUID enrolmentId, int agreedMinutes, @Nullable UUID employerId);

    void changeFunding(UUID fundingId, UUID funderId, @Nullable String fileNumber, int agreedMinutes);

    record NewSite(
            UUID id,
            String code,
            String name,
            ZoneId zone,
            String address,
            String postalCode,
            String city,
            String phone) {}

    record NewProgramme(
            UUID id,
            String code,
            String title,
            NatureOfAction nature,
            int plannedMinutes,
            List<Centre.ModuleInfo> modules) {}

    /** @param externalId not kept for a referent */
    record NewPerson(UUID id, String externalId, String firstName, String lastName, String email, String phone) {}

    record NewEmployer(
            UUID id,
            String code,
            String name,
            @Nullable String siret,
            @Nullable String contactName,
            @Nullable String contactEmail,
            @Nullable String phone) {}

    record NewTutor(
            UUID id,
            UUID employerId,
            String firstName,
            String lastName,
            @Nullable String email,
            @Nullable String phone) {}

    record NewFunder(UUID id, String code, String name, FunderKind kind) {}

    record NewGroup(
            UUID id,
            String code,
            String name,
            UUID programmeId,
            UUID siteId,
            @Nullable UUID referentId,
            LocalDate startsOn,
            LocalDate endsOn) {}

    record NewPeriod(UUID groupId, Groups.OutsidePeriod period) {}

    record NewGuardian(
            UUID learnerId,
            String firstName,
            String lastName,
            @Nullable String email,
            @Nullable String phone) {}

    record NewMembership(
            UUID learnerId,
            UUID groupId,
            LocalDate from,
            @Nullable LocalDate to) {}

    record NewEnrolment(
            UUID id,
            String number,
            UUID learnerId,
            UUID programmeId,
            UUID groupId,
            Employment employment,
            Agreement agreement) {

        /** Who employs and accompanies the learner. */
        public record Employment(
                @Nullable UUID employerId, @Nullable UUID tutorId, boolean apprenticeship) {}

        /** What was agreed (convention). */
        public record Agreement(LocalDate startsOn, LocalDate endsOn, int agreedMinutes) {}
    }

    record NewFunding(
            UUID id,
            UUID enrolmentId,
            UUID funderId,
            @Nullable String fileNumber,
            int agreedMinutes,
            Period period,
            int priority,
            CreditingMethod creditingMethod) {

        /** The days that it pays for. */
        public record Period(LocalDate startsOn, LocalDate endsOn) {}
    }

    record NewSession(
            UUID id,
            String externalId,
            String title,
            Course course,
            UUID trainerId,
            Schedule schedule,
            Place place,
            @Nullable Unheld unheld) {

        /** Who follows it, and the part of the programme that it teaches. */
        public record Course(UUID groupId, @Nullable UUID moduleId) {}

        /** When it is to be held. */
        public record Schedule(LocalDate plannedOn, Instant startsAt, Instant endsAt, List<TimeSlot> breaks) {}

        /** Where it is to be held: in a room, in a virtual class. */
        public record Place(
                UUID siteId, Modality modality, @Nullable String room, SessionInfo.@Nullable Meeting meeting) {}

        public int taughtMinutes() {
            long minutes = new TimeSlot(schedule.startsAt(), schedule.endsAt())
                    .duration()
                    .toMinutes();
            for (TimeSlot pause : schedule.breaks()) {
                minutes -= pause.duration().toMinutes();
            }
            return (int) minutes;
        }
    }

    /**
     * Why a session is not held on its slot.
     *
     * @param movedTo the session that replaces it: postponed; null: cancelled
     */
    record Unheld(
            String reason, CausedBy causedBy, @Nullable UUID movedTo) {
        /** Who caused it. */
        public enum CausedBy {
            CENTRE,
            TRAINER,
            EXTERNAL
        }
    }
}
