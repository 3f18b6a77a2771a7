package fr.educentre.assidu.alerts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.alerts.Alerts.AlertView;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Why an alert was raised, and why a rule raises none about a learner: dialogs for any screen of the staff. */
@Component
public class AlertWhy {

    private static final String ASSIDUITY = "assiduity";

    private final Alerts alerts;
    private final RuleBook rules;
    private final Texts texts;

    AlertWhy(Alerts alerts, RuleBook rules, Texts texts) {
        this.alerts = alerts;
        this.rules = rules;
        this.texts = texts;
    }

    /** Opens the dialog of an alert. */
    public void open(AlertView alert) {
        new WhyDialog(alert, alerts, texts).open();
    }

    /** The same of an alert that is there no longer, or is not for the reader: nothing happens. */
    public void open(UUID alertId) {
        alerts.find(alertId).ifPresent(this::open);
    }

    /** Opens a dialog where a rule is chosen, and whose conditions hold of the learner is told. */
    public void whyNot(UUID learnerId, String learnerName) {
        var dialog = new Dialog(texts.get("alerts.whyNot", learnerName));
        dialog.setWidth("min(46rem, 96vw)");
        var rule = new ComboBox<RuleView>(texts.get("alerts.whyNot.rule"));
        rule.setItems(rules.all().stream()
                .filter(one -> ASSIDUITY.equals(one.ruleSet()) && isInForce(one))
                .toList());
        rule.setItemLabelGenerator(RuleView::name);
        rule.setWidthFull();
        var answer = new Div();
        answer.getElement().setAttribute("aria-live", "polite");
        rule.addValueChangeListener(change -> {
            answer.removeAll();
            if (change.getValue() != null) {
                answer.add(answer(learnerId, change.getValue().id()));
            }
        });
        dialog.add(rule, answer);
        dialog.getFooter().add(new Button(texts.get("alerts.close"), click -> dialog.close()));
        dialog.open();
        rule.focus();
    }

    private static boolean isInForce(RuleView rule) {
        return rule.live()
                && rule.shown()
                        .filter(version -> version.state().equals("PUBLISHED"))
                        .isPresent();
    }

    private Div answer(UUID learnerId, UUID rule) {
        try {
            var explanation = alerts.whyNot(learnerId, rule);
            Boolean fires = explanation.fires();
            return new Div(
                    new Paragraph(texts.get(
                            fires == null
                                    ? "alerts.whyNot.reserved"
                                    : fires ? "alerts.whyNot.fires" : "alerts.whyNot.firesNot")),
                    WhyDialog.lines(explanation, texts));
        } catch (Refusal refusal) {
            return new Div(
                    new Paragraph(texts.get(refusal.key(), refusal.arguments().toArray())));
        }
    }
}
