package fr.educentre.assidu.training.ui;

import fr.educentre.assidu.shell.ui.FormField.Finder;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.management.Employers;
import fr.educentre.assidu.training.management.LearnerGroups;
import fr.educentre.assidu.training.management.LearnerRecords;
import fr.educentre.assidu.training.management.Programmes;
import org.springframework.stereotype.Component;

/** What an enrolment can name. */
@Component
record EnrolmentChoices(
        LearnerRecords learnerRecords,
        Programmes programmeRecords,
        LearnerGroups groupRecords,
        Employers employerRecords,
        Centre centre) {

    Finder learners() {
        return new ManagedFinder<>(learnerRecords, LearnerRecordsView::name);
    }

    Finder programmes() {
        return new ManagedFinder<>(
                programmeRecords, programme -> programme.fields().title());
    }

    Finder groups() {
        return new ManagedFinder<>(groupRecords, group -> group.fields().name());
    }

    Finder employers() {
        return new ManagedFinder<>(
                employerRecords, employer -> employer.fields().name());
    }

    Finder tutors() {
        return new ListFinder(employerRecords::tutors);
    }

    Finder funders() {
        return new ListFinder(centre::funders);
    }
}
