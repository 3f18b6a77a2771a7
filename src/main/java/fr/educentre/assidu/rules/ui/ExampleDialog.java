package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import fr.educentre.assidu.rules.RuleExample;
import fr.educentre.assidu.rules.RuleExample.Who;
import fr.educentre.assidu.shell.Texts;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A made-up learner in a form: who, which sessions, and whether the rule should fire. */
class ExampleDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final List<String> FUNDERS = List.of("CPF", "OPCO", "FRANCE_TRAVAIL", "REGION", "EMPLOYER", "SELF");

    private final transient Texts texts;
    private final transient Consumer<RuleExample> kept;
    private final transient @Nullable RuleExample before;
    private final TextField name = new TextField();
    private final RadioButtonGroup<Boolean> fires = new RadioButtonGroup<>();
    private final Select<String> funder = new Select<>();
    private final TextField group = new TextField();
    private final Checkbox apprentice = new Checkbox();
    private final Checkbox minor = new Checkbox();
    private final Checkbox relaunch = new Checkbox();
    private final Checkbox review = new Checkbox();
    private final IntegerField lastActivity = new IntegerField();
    private final IntegerField nextDue = new IntegerField();
    private final ExampleSessions sessions;

    ExampleDialog(Texts texts, @Nullable RuleExample before, Consumer<RuleExample> kept) {
        this.texts = texts;
        this.before = before;
        this.kept = kept;
        RuleExample shown = before == null ? new RuleExample("", true, null, Who.ordinary(), List.of()) : before;
        this.sessions = new ExampleSessions(texts, shown.day(), shown.sessions());
        setHeaderTitle(texts.get("rules.example"));
        addClassName("assidu-dialog");
        setWidth("min(52rem, 96vw)");
        name.setLabel(texts.get("rules.example.name"));
        name.setPlaceholder(texts.get("rules.example.name.hint"));
        name.setMaxLength(120);
        name.setWidthFull();
        name.setRequiredIndicatorVisible(true);
        fires.setItems(true, false);
        fires.setLabel(texts.get("rules.example.expected"));
        fires.setItemLabelGenerator(yes -> texts.get(yes ? "rules.example.fires" : "rules.example.firesNot"));
        add(name, fires, learner(), new H3(texts.get("rules.example.sessions")), sessions);
        fill(shown);
        var save = new Button(texts.get("rules.example.keep"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(texts.get("rules.cancel"), click -> close()), save);
    }

    private Div learner() {
        funder.setLabel(texts.get("rules.example.funder"));
        funder.setItems(FUNDERS);
        funder.setItemLabelGenerator(
                code -> texts.get(code == null ? "rules.example.none" : "rules.example.funder." + code));
        funder.setEmptySelectionAllowed(true);
        funder.setEmptySelectionCaption(texts.get("rules.example.none"));
        group.setLabel(texts.get("rules.example.group"));
        apprentice.setLabel(texts.get("rules.example.apprentice"));
        minor.setLabel(texts.get("rules.example.minor"));
        relaunch.setLabel(texts.get("rules.example.relaunch"));
        review.setLabel(texts.get("rules.example.review"));
        lastActivity.setLabel(texts.get("rules.example.lastActivity"));
        nextDue.setLabel(texts.get("rules.example.nextDue"));
        for (IntegerField field : List.of(lastActivity, nextDue)) {
            field.setMin(0);
            field.setMax(365);
            field.setWidth("14rem");
            field.setSuffixComponent(new com.vaadin.flow.component.html.Span(texts.get("rules.days")));
        }
        var who = new Div(funder, group, lastActivity, nextDue);
        who.addClassName("assidu-filters");
        var kinds = new Div(apprentice, minor, relaunch, review);
        kinds.addClassName("assidu-filters");
        return new Div(new H3(texts.get("rules.example.learner")), who, kinds);
    }

    private void fill(RuleExample example) {
        var who = example.learner();
        name.setValue(example.name());
        fires.setValue(example.fires());
        funder.setValue(who.funder());
        group.setValue(who.group() == null ? "" : who.group());
        apprentice.setValue(who.apprentice());
        minor.setValue(who.minor());
        relaunch.setValue(who.relaunchRunning());
        review.setValue(who.underReview());
        lastActivity.setValue(who.lastActivity());
        nextDue.setValue(who.nextDue());
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
                before == null ? null : before.today(),
                new Who(
                        funder.getValue(),
                        group.isEmpty() ? null : group.getValue().strip(),
                        apprentice.getValue(),
                        minor.getValue(),
                        relaunch.getValue(),
                        review.getValue(),
                        lastActivity.getValue(),
                        nextDue.getValue()),
                sessions.sessions()));
        close();
    }
}
