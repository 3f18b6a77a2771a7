package fr.educentre.assidu.justification.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import fr.educentre.assidu.justification.AbsentPeople.AbsentPerson;
import fr.educentre.assidu.justification.AbsentPeople.CallOutcome;
import fr.educentre.assidu.shell.Texts;
import java.util.function.BiConsumer;

/** What came of a call, with a note. */
class CallNoteDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 500;

    CallNoteDialog(Texts texts, AbsentPerson person, BiConsumer<CallOutcome, String> done) {
        setHeaderTitle(texts.get("justification.absents.note.title", person.name()));
        var outcome = new RadioButtonGroup<CallOutcome>();
        outcome.setLabel(texts.get("justification.absents.note.outcome"));
        outcome.setItems(CallOutcome.values());
        outcome.setItemLabelGenerator(one -> texts.get("justification.absents.outcome." + one));
        outcome.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        outcome.setValue(CallOutcome.ANSWERED);
        var note = new TextArea(texts.get("justification.absents.note"));
        note.setHelperText(texts.get("justification.absents.note.help"));
        note.setMaxLength(LONGEST);
        note.setWidthFull();
        add(outcome, note);
        var save = new Button(texts.get("shell.save"), click -> {
            close();
            done.accept(outcome.getValue(), note.getValue());
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(texts.get("shell.cancel"), click -> close()), save);
        setWidth("min(32rem, 95vw)");
    }
}
