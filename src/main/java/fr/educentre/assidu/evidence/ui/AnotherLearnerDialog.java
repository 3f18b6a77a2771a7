package fr.educentre.assidu.evidence.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import fr.educentre.assidu.evidence.Identities;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.LearnerInfo;
import java.util.List;
import java.util.function.Consumer;

/** Someone expected whom nothing proposes. */
class AnotherLearnerDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    AnotherLearnerDialog(
            Texts texts, Identities.Seen participant, List<LearnerInfo> expected, Consumer<LearnerInfo> chosen) {
        setHeaderTitle(texts.get(
                "evidence.identities.other.title", participant.participant().personName()));
        var learner = new ComboBox<LearnerInfo>(texts.get("evidence.identities.other.learner"));
        learner.setItems(expected);
        learner.setItemLabelGenerator(LearnerInfo::name);
        learner.setWidth("min(24rem, 80vw)");
        learner.setAutofocus(true);
        learner.setErrorMessage(texts.get("evidence.identities.other.none"));
        add(learner);
        var confirm = new Button(texts.get("evidence.identities.other.confirm"), click -> {
            if (learner.getValue() == null) {
                learner.setInvalid(true);
            } else {
                close();
                chosen.accept(learner.getValue());
            }
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(texts.get("evidence.identities.other.cancel"), click -> close()), confirm);
    }
}
