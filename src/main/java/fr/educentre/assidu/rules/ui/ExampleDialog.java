package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import fr.educentre.assidu.rules.RuleExample;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/** A made-up learner in a form: who, which sessions, and whether the rule should fire; what is less usual on demand. */
class ExampleDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int NAME = 120;

    private final transient Texts texts;
    private final transient Consumer<RuleExample> kept;
    private final TextField name = new TextField();
    private final RadioButtonGroup<Boolean> fires = new RadioButtonGroup<>();
    private final DatePicker today;
    private final TimePicker at;
    private final ExampleLearner learner;
    private final ExampleSessions sessions;
    private final ExampleCourse course;

    /** @param shown what the form is filled with at first */
    ExampleDialog(Texts texts, RuleExample shown, Consumer<RuleExample> kept) {
        this.texts = texts;
        this.kept = kept;
        this.learner = new ExampleLearner(texts, shown.learner());
        this.sessions = new ExampleSessions(texts, shown.day(), shown.sessions());
        this.course = new ExampleCourse(texts, shown.course());
        this.today = LocalizedParts.datePicker(texts);
        today.setLabel(texts.get("rules.example.day"));
        today.setValue(shown.day());
        this.at = new TimePicker(texts.get("rules.example.at"), shown.at());
        setHeaderTitle(texts.get("rules.example"));
        addClassName("assidu-dialog");
        setWidth("min(52rem, 96vw)");
        name.setLabel(texts.get("rules.example.name"));
        name.setPlaceholder(texts.get("rules.example.name.hint"));
        name.setMaxLength(NAME);
        name.setWidthFull();
        name.setRequiredIndicatorVisible(true);
        name.setValue(shown.name());
        fires.setItems(true, false);
        fires.setLabel(texts.get("rules.example.expected"));
        fires.setItemLabelGenerator(yes -> texts.get(yes ? "rules.example.fires" : "rules.example.firesNot"));
        fires.setValue(shown.fires());
        today.setLocale(getLocale());
        today.setRequiredIndicatorVisible(true);
        today.addValueChangeListener(event -> sessions.today(day()));
        at.setLocale(getLocale());
        at.setStep(Duration.ofMinutes(15));
        at.setClearButtonVisible(true);
        at.setHelperText(texts.get("rules.example.at.help"));
        add(
                name,
                fires,
                learner,
                new H3(texts.get("rules.example.sessions")),
                sessions,
                course,
                new ExampleFields(texts)
                        .more(
                                "rules.example.more.day",
                                shown.today() != null || shown.at() != null,
                                ExampleFields.together(today, at)));
        var save = new Button(texts.get("rules.example.keep"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(texts.get("rules.cancel"), click -> close()), save);
    }

    private java.time.LocalDate day() {
        return Objects.requireNonNullElse(today.getValue(), RuleExample.ORDINARY_DAY);
    }

    private void save() {
        if (name.isEmpty()) {
            name.setInvalid(true);
            name.setErrorMessage(texts.get("refusal.rules.example.name"));
            name.focus();
            return;
        }
        kept.accept(new RuleExample(
                name.getValue(),
                Boolean.TRUE.equals(fires.getValue()),
                day().equals(RuleExample.ORDINARY_DAY) ? null : day(),
                learner.who(),
                sessions.sessions(),
                at.getValue(),
                course.course()));
        close();
    }
}
