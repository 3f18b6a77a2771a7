package fr.educentre.assidu.messaging.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A learner found by name, or none. */
final class LearnerChoice {

    private LearnerChoice() {}

    /** @param teaching offers those of this trainer; all where null */
    static void fill(ComboBox<LearnerInfo> choice, String label, Learners learners, @Nullable UUID teaching) {
        choice.setLabel(label);
        choice.setItems(
                query -> learners
                        .search(query.getFilter().orElse(null), null, teaching, query.getPage(), query.getPageSize())
                        .items()
                        .stream());
        choice.setItemLabelGenerator(LearnerInfo::name);
        choice.setClearButtonVisible(true);
    }
}
