package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.alerts.Alerts.AlertView;
import fr.educentre.assidu.alerts.ui.AlertWhy;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.LearnerInfo;
import java.util.List;

/** Alerts of a learner: each says why; of a rule that raised none, why not. */
@org.springframework.stereotype.Component
class LearnerAlerts {

    private final Texts texts;
    private final Alerts alerts;
    private final AlertWhy why;

    LearnerAlerts(Texts texts, Alerts alerts, AlertWhy why) {
        this.texts = texts;
        this.alerts = alerts;
        this.why = why;
    }

    Component of(LearnerInfo learner) {
        var box = new Div(new H2(texts.get("overview.learner.alerts")));
        box.addClassName("assidu-card");
        List<AlertView> views = alerts.ofLearner(learner.id());
        if (views.isEmpty()) {
            box.add(new Paragraph(texts.get("overview.learner.alerts.none")));
        }
        views.forEach(alert -> box.add(line(alert)));
        var not = new Button(texts.get("overview.alert.whyNot"), click -> why.whyNot(learner.id(), learner.name()));
        not.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        box.add(not);
        return box;
    }

    private Div line(AlertView alert) {
        String rule = alert.raisedBy().ruleName();
        var asked = new Button(texts.get("overview.alert.why"), click -> why.open(alert));
        asked.setAriaLabel(texts.get("shell.says", texts.get("overview.alert.why"), rule));
        asked.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        String said = alert.finding().explanation().read(texts);
        return new Div(new Span(texts.get("shell.says", rule, said)), new Span(" "), asked);
    }
}
