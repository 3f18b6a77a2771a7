package fr.educentre.assidu.alerts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.alerts.Alerts.AlertView;
import fr.educentre.assidu.rules.AssiduityRules.Explanation;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.StatusBadge;
import java.util.UUID;

/** Why an alert was raised, and how its conditions stand today. */
class WhyDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;

    WhyDialog(AlertView alert, Alerts alerts, Texts texts) {
        this.texts = texts;
        setHeaderTitle(texts.get("alerts.why") + " " + alert.learner().learnerName());
        setMaxWidth("46rem");
        UUID rule = alert.raisedBy().ruleId();
        if (rule == null) {
            add(new Paragraph(alert.finding().explanation().read(texts)));
        } else {
            whole(alert, rule, alerts);
        }
        getFooter().add(new Button(texts.get("alerts.close"), click -> close()));
    }

    private void whole(AlertView alert, UUID rule, Alerts alerts) {
        add(new Paragraph(texts.get(
                "alerts.why.version",
                alert.raisedBy().ruleName(),
                alert.raisedBy().ruleVersion())));
        add(new Paragraph(alert.finding().explanation().read(texts)), new H3(texts.get("alerts.why.now")));
        try {
            add(lines(alerts.whyNot(alert.learner().learnerId(), rule), texts));
        } catch (Refusal refusal) {
            add(new Paragraph(texts.get("alerts.why.retired")));
        }
    }

    /** Condition by condition. */
    static UnorderedList lines(Explanation explanation, Texts texts) {
        var list = new UnorderedList();
        for (Explanation.Line line : explanation.lines()) {
            var item = new ListItem();
            Boolean holds = line.holds();
            if (holds != null) {
                item.add(new StatusBadge(
                        holds ? StatusBadge.Tone.GOOD : StatusBadge.Tone.NEUTRAL,
                        texts.get(holds ? "alerts.why.holds" : "alerts.why.fails")));
            }
            String said = line.measured().explanation().isEmpty()
                    ? line.sentence()
                    : line.measured().explanation();
            item.add(new Paragraph(texts.get("shell.says", texts.get("alerts.why.kind." + line.kind()), said)));
            list.add(item);
        }
        return list;
    }
}
