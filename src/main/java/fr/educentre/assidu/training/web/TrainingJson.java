package fr.educentre.assidu.training.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.shell.DecimalHours;
import fr.educentre.assidu.shell.Versioned;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.EnrolmentInfo.FundingInfo;
import fr.educentre.assidu.training.FunderKind;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.MeetingProvider;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.TimeSlot;
import fr.educentre.assidu.training.management.CompanyPeriod;
import fr.educentre.assidu.training.management.GroupContent;
import fr.educentre.assidu.training.management.LearnerContent;
import fr.educentre.assidu.training.management.RelatedPersonContent;
import fr.educentre.assidu.training.management.SessionContent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What calls answer. */
final class TrainingJson {

    private TrainingJson() {}

    record Ref(UUID id, String name) {}

    /** @param learners members today */
    record Group(
            UUID id,
            String code,
            String name,
            Ref programme,
            @JsonUnwrapped GroupPlace place,
            @Nullable Ref referent,
            @JsonUnwrapped GroupPeriod period,
            int learners) {

        /** Where its learners meet. */
        record GroupPlace(Ref site, String zone) {}

        /** From its first to its last day. */
        record GroupPeriod(LocalDate startsOn, LocalDate endsOn) {}

        static Group of(GroupInfo group) {
            var referent = group.referent();
            return new Group(
                    group.id(),
                    group.code(),
                    group.name(),
                    new Ref(group.programme().id(), group.programme().title()),
                    new Group.GroupPlace(
                            new Ref(group.site().id(), group.site().name()),
                            group.site().zone().getId()),
                    referent == null ? null : new Ref(referent.id(), referent.name()),
                    new Group.GroupPeriod(
                            group.period().startsOn(), group.period().endsOn()),
                    group.learners());
        }
    }

    /** One group, with what a change of it gives back. */
    record GroupRecord(
            @JsonUnwrapped Group group,
            @Nullable @JsonUnwrapped GroupKeys keys) {

        /** What its record holds beside. */
        record GroupKeys(
                @Nullable Integer version,
                UUID programmeId,
                UUID siteId,
                @Nullable UUID referentId,
                List<CompanyPeriod> companyPeriods) {

            static GroupKeys of(Versioned<GroupContent> one) {
                var fields = one.content().fields();
                return new GroupKeys(
                        one.version(),
                        fields.programmeId(),
                        fields.siteId(),
                        fields.referentId(),
                        one.content().companyPeriods());
            }
        }
    }

    record Learner(
            UUID id,
            String externalId,
            String firstName,
            String lastName,
            String name,
            @Nullable String email,
            @Nullable String phone) {

        static Learner of(LearnerInfo one) {
            return new Learner(
                    one.id(), one.externalId(), one.firstName(), one.lastName(), one.name(), one.email(), one.phone());
        }
    }

    /** One learner; what a change gives back, to those who may make one. */
    record LearnerWithEnrolments(
            @JsonUnwrapped Learner learner,
            List<Enrolment> enrolments,
            @Nullable @JsonUnwrapped LearnerKeys keys) {

        static LearnerWithEnrolments of(LearnerInfo one, List<EnrolmentInfo> enrolments, @Nullable LearnerKeys keys) {
            return new LearnerWithEnrolments(
                    Learner.of(one), enrolments.stream().map(Enrolment::of).toList(), keys);
        }

        /** What the record holds beside. */
        record LearnerKeys(
                @Nullable Integer version, @Nullable LocalDate birthDate, List<RelatedPersonContent> guardians) {

            static LearnerKeys of(Versioned<LearnerContent> one) {
                return new LearnerKeys(
                        one.version(),
                        one.content().fields().birthDate(),
                        one.content().guardians());
            }
        }
    }

    /** @param agreedHours decimal hours */
    record Enrolment(
            UUID id,
            String number,
            Ref programme,
            Ref group,
            @JsonUnwrapped EmploymentCells employment,
            @JsonUnwrapped AgreementCells agreement,
            List<Funding> fundings) {

        /** Who employs the learner. */
        record EmploymentCells(@Nullable String employer, boolean apprenticeship) {}

        /** What was agreed. */
        record AgreementCells(LocalDate startsOn, LocalDate endsOn, BigDecimal agreedHours) {}

        static Enrolment of(EnrolmentInfo one) {
            return new Enrolment(
                    one.id(),
                    one.number(),
                    new Ref(one.programme().id(), one.programme().title()),
                    new Ref(one.group().id(), one.group().name()),
                    new Enrolment.EmploymentCells(
                            one.employment().employerName(), one.employment().apprenticeship()),
                    new Enrolment.AgreementCells(
                            one.agreement().startsOn(),
                            one.agreement().endsOn(),
                            DecimalHours.of(one.agreement().agreedMinutes())),
                    Funding.of(one));
        }
    }

    record Funder(UUID id, String code, String name, FunderKind kind) {}

    record Funding(UUID id, Funder funder, @Nullable String fileNumber, BigDecimal agreedHours, int priority) {

        /** What no funding covers is a part of the agreed hours too. */
        static List<Funding> of(EnrolmentInfo enrolment) {
            var fundings = enrolment.fundings();
            long covered =
                    fundings.stream().mapToLong(FundingInfo::agreedMinutes).sum();
            long rest = Math.max(0, enrolment.agreement().agreedMinutes() - covered);
            var hours = DecimalHours.ofParts(Stream.concat(
                            fundings.stream().map(one -> (long) one.agreedMinutes()), Stream.of(rest))
                    .toList());
            return IntStream.range(0, fundings.size())
                    .mapToObj(i -> of(fundings.get(i), hours.parts().get(i)))
                    .toList();
        }

        private static Funding of(FundingInfo one, BigDecimal hours) {
            return new Funding(
                    one.id(),
                    new Funder(
                            one.funder().id(),
                            one.funder().code(),
                            one.funder().name(),
                            one.funder().kind()),
                    one.fileNumber(),
                    hours,
                    one.priority());
        }
    }

    record Meeting(
            MeetingProvider provider, String id, @Nullable String url) {}

    record Break(OffsetDateTime from, OffsetDateTime to) {

        static Break of(TimeSlot slot, ZoneId zone) {
            return new Break(
                    slot.from().atZone(zone).toOffsetDateTime(),
                    slot.to().atZone(zone).toOffsetDateTime());
        }
    }

    /** One session, with what a change of it gives back. */
    record SessionRecord(
            @JsonUnwrapped Session session,
            @Nullable @JsonUnwrapped SessionKeys keys) {

        /** What its record holds beside. */
        record SessionKeys(@Nullable Integer version, List<UUID> coTrainerIds) {

            static SessionKeys of(Versioned<SessionContent> one) {
                return new SessionKeys(one.version(), one.content().course().coTrainerIds());
            }
        }
    }

    /** @param taughtMinutes slot less breaks */
    record Session(
            @JsonUnwrapped SessionReference reference,
            @JsonUnwrapped SessionOwner owner,
            @JsonUnwrapped SessionSlot slot,
            Modality modality,
            Ref trainer,
            SessionState state,
            @JsonUnwrapped SessionTeaching teaching,
            @JsonUnwrapped SessionPlace place) {

        /** Which session. */
        record SessionReference(UUID id, String externalId, String title) {}

        /** Whose it is, and where. */
        record SessionOwner(Ref group, @Nullable Ref module, Ref site) {}

        /** When it is held. */
        record SessionSlot(OffsetDateTime startsAt, OffsetDateTime endsAt, String zone) {}

        /**
         * What is taught in it.
         *
         * @param warnings what is seldom meant, as a day that is none of its group's
         */
        record SessionTeaching(List<Break> breaks, int taughtMinutes, List<Wording> warnings) {}

        /** Where it is held, and for when it was first planned. */
        record SessionPlace(@Nullable String room, @Nullable Meeting meeting, LocalDate plannedOn) {}

        static Session of(SessionInfo one) {
            Break slot = Break.of(one.slot(), one.zone());
            UUID module = one.moduleId();
            String title = one.moduleTitle();
            var meeting = one.meeting();
            return new Session(
                    new Session.SessionReference(one.id(), one.externalId(), one.title()),
                    new Session.SessionOwner(
                            new Ref(one.groupId(), one.groupName()),
                            module == null || title == null ? null : new Ref(module, title),
                            new Ref(one.siteId(), one.siteName())),
                    new Session.SessionSlot(slot.from(), slot.to(), one.zone().getId()),
                    one.modality(),
                    new Ref(one.trainer().id(), one.trainer().name()),
                    one.state(),
                    new Session.SessionTeaching(
                            one.breaks().stream()
                                    .map(pause -> Break.of(pause, one.zone()))
                                    .toList(),
                            one.taughtMinutes(),
                            one.outsideItsGroup().stream().toList()),
                    new Session.SessionPlace(
                            one.room(),
                            meeting == null ? null : new Meeting(meeting.provider(), meeting.id(), meeting.url()),
                            one.plannedOn()));
        }
    }
}
