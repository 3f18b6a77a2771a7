package fr.educentre.assidu.training.ui;

import fr.educentre.assidu.shell.ui.FormField.Finder;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.management.Programmes;
import fr.educentre.assidu.training.management.Referents;
import org.springframework.stereotype.Component;

/** What a group can name. */
@Component
record GroupRecordChoices(Programmes programmeRecords, Referents referentRecords, Centre centre) {

    Finder programmes() {
        return new ManagedFinder<>(
                programmeRecords, programme -> programme.fields().title());
    }

    Finder sites() {
        return new ListFinder(centre::sites);
    }

    Finder referents() {
        return new ManagedFinder<>(referentRecords, ReferentsView::name);
    }
}
