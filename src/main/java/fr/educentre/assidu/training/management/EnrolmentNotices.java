package fr.educentre.assidu.training.management;

import fr.educentre.assidu.training.ContactInfo;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.EnrolmentInfo.FundingInfo;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.WorkingCalendars;
import fr.educentre.assidu.training.management.EnrolmentConsequences.NoticeDue;
import fr.educentre.assidu.training.management.EnrolmentConsequences.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whom to tell of an event of an enrolment, and by when where a text says so. */
@Component
class EnrolmentNotices {

    /** Jours ouvrés within which an exit is declared to Mon Compte Formation. */
    private static final int CPF_DAYS = 3;

    private final Enrolments enrolments;
    private final Learners learners;
    private final WorkingCalendars calendars;

    EnrolmentNotices(Enrolments enrolments, Learners learners, WorkingCalendars calendars) {
        this.enrolments = enrolments;
        this.learners = learners;
        this.calendars = calendars;
    }

    List<NoticeDue> of(UUID enrolmentId, NewEnrolmentEvent event, StoredEnrolmentEvents.Course course) {
        EnrolmentInfo enrolment = enrolments.get(enrolmentId);
        List<NoticeDue> due = new ArrayList<>();
        for (FundingInfo funding : fundings(enrolment, event.on())) {
            funder(funding, event, course, due);
        }
        String employer = enrolment.employment().employerName();
        if (employer != null) {
            due.add(new NoticeDue(
                    enrolment.employment().apprenticeship() ? Reason.APPRENTICE_EMPLOYER : Reason.EMPLOYER_INFORMED,
                    employer,
                    null));
        }
        LearnerInfo learner = learners.get(course.learnerId());
        if (learner.minorOn(event.on())) {
            due.add(new NoticeDue(
                    Reason.GUARDIAN_INFORMED,
                    learners.guardians(learner.id()).stream()
                            .map(ContactInfo::name)
                            .collect(Collectors.joining(", ")),
                    null));
        }
        return List.copyOf(due);
    }

    private void funder(
            FundingInfo funding, NewEnrolmentEvent event, StoredEnrolmentEvents.Course course, List<NoticeDue> due) {
        String name = funding.funder().name();
        switch (funding.funder().kind()) {
            case CPF ->
                due.add(
                        event.kind().isFinal()
                                ? new NoticeDue(Reason.CPF_EXIT, name, exit(event.on(), course.siteId()))
                                : new NoticeDue(Reason.FUNDER_INFORMED, name, null));
            case FRANCE_TRAVAIL, REGION -> due.add(new NoticeDue(Reason.STATE_PAID, name, null));
            case OPCO, OTHER -> due.add(new NoticeDue(Reason.FUNDER_INFORMED, name, null));
            case EMPLOYER, SELF -> {} // who employs is told below; who pays alone knows
        }
    }

    private LocalDate exit(LocalDate on, UUID site) {
        return calendars.of(site).plus(on, CPF_DAYS);
    }

    /** Those of the day; where none covers it, all. */
    private static List<FundingInfo> fundings(EnrolmentInfo enrolment, LocalDate on) {
        List<FundingInfo> covering =
                enrolment.fundings().stream().filter(one -> one.covers(on)).toList();
        return covering.isEmpty() ? enrolment.fundings() : covering;
    }
}
