package fr.educentre.assidu.training.web;

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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
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
            Ref site,
            String zone,
            @Nullable Ref referent,
            LocalDate startsOn,
            LocalDate endsOn,
            int learners) {

        static Group of(GroupInfo group) {
            var referent = group.referent();
            return new Group(
                    group.id(),
                    group.code(),
                    group.name(),
                    new Ref(group.programme().id(), group.programme().title()),
                    new Ref(group.site().id(), group.site().name()),
                    group.site().zone().getId(),
                    referent == null ? null : new Ref(referent.id(), referent.name()),
                    group.period().startsOn(),
                    group.period().endsOn(),
                    group.learners());
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

    record LearnerWithEnrolments(
            UUID id,
            String externalId,
            String firstName,
            String lastName,
            String name,
            @Nullable String email,
            @Nullable String phone,
            List<Enrolment> enrolments) {

        static LearnerWithEnrolments of(LearnerInfo one, List<EnrolmentInfo> enrolments) {
            return new LearnerWithEnrolments(
                    one.id(),
                    one.externalId(),
                    one.firstName(),
                    one.lastName(),
                    one.name(),
                    one.email(),
                    one.phone(),
                    enrolments.stream().map(Enrolment::of).toList());
        }
    }

    /** @param agreedHours decimal hours */
    record Enrolment(
            UUID id,
            String number,
            Ref programme,
            Ref group,
            @Nullable String employer,
            boolean apprenticeship,
            LocalDate startsOn,
            LocalDate endsOn,
            BigDecimal agreedHours,
            List<Funding> fundings) {

        static Enrolment of(EnrolmentInfo one) {
            return new Enrolment(
                    one.id(),
                    one.number(),
                    new Ref(one.programme().id(), one.programme().title()),
                    new Ref(one.group().id(), one.group().name()),
                    one.employment().employerName(),
                    one.employment().apprenticeship(),
                    one.agreement().startsOn(),
                    one.agreement().endsOn(),
                    hours(one.agreement().agreedMinutes()),
                    one.fundings().stream().map(Funding::of).toList());
        }
    }

    record Funder(UUID id, String code, String name, FunderKind kind) {}

    record Funding(UUID id, Funder funder, @Nullable String fileNumber, BigDecimal agreedHours, int priority) {

        static Funding of(FundingInfo one) {
            return new Funding(
                    one.id(),
                    new Funder(
                            one.funder().id(),
                            one.funder().code(),
                            one.funder().name(),
                            one.funder().kind()),
                    one.fileNumber(),
                    hours(one.agreedMinutes()),
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

    /** @param taughtMinutes slot less breaks */
    record Session(
            UUID id,
            String externalId,
            String title,
            Ref group,
            @Nullable Ref module,
            Ref site,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,
            String zone,
            Modality modality,
            Ref trainer,
            SessionState state,
            List<Break> breaks,
            int taughtMinutes,
            @Nullable String room,
            @Nullable Meeting meeting,
            LocalDate plannedOn) {

        static Session of(SessionInfo one) {
            Break slot = Break.of(one.slot(), one.zone());
            UUID module = one.moduleId();
            String title = one.moduleTitle();
            var meeting = one.meeting();
            return new Session(
                    one.id(),
                    one.externalId(),
                    one.title(),
                    new Ref(one.groupId(), one.groupName()),
                    module == null || title == null ? null : new Ref(module, title),
                    new Ref(one.siteId(), one.siteName()),
                    slot.from(),
                    slot.to(),
                    one.zone().getId(),
                    one.modality(),
                    new Ref(one.trainer().id(), one.trainer().name()),
                    one.state(),
                    one.breaks().stream()
                            .map(pause -> Break.of(pause, one.zone()))
                            .toList(),
                    one.taughtMinutes(),
                    one.room(),
                    meeting == null ? null : new Meeting(meeting.provider(), meeting.id(), meeting.url()),
                    one.plannedOn());
        }
    }

    private static BigDecimal hours(int minutes) {
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }
}
