package fr.educentre.assidu.training.ui;

import fr.educentre.assidu.shell.ui.FormField.Finder;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.management.LearnerGroups;
import fr.educentre.assidu.training.management.Programmes;
import fr.educentre.assidu.training.management.Trainers;
import org.springframework.stereotype.Component;

/** What a session can name. */
@Component
record SessionChoices(LearnerGroups groupRecords, Trainers trainerRecords, Programmes programmes, Centre centre) {

    Finder groups() {
        return new ManagedFinder<>(groupRecords, group -> group.fields().name());
    }

    Finder trainers() {
        return new ManagedFinder<>(trainerRecords, TrainersView::name);
    }

    Finder modules() {
        return new ListFinder(programmes::allModules);
    }

    Finder sites() {
        return new ListFinder(centre::sites);
    }
}
