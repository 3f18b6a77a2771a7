package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import fr.educentre.assidu.alerts.Alerts.AlertView;
import fr.educentre.assidu.relaunch.ManualRelaunches;
import fr.educentre.assidu.relaunch.ManualRelaunches.NewRelaunch;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FieldMarks;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Begins a relaunch by hand, where an alert of the learner has none. */
@org.springframework.stereotype.Component
class StartRelaunch {

    private static final int USUAL_WAIT = 3;

    private final Texts texts;
    private final ManualRelaunches relaunches;

    StartRelaunch(Texts texts, ManualRelaunches relaunches) {
        this.texts = texts;
        this.relaunches = relaunches;
    }

    /** Nothing without an alert to write about. */
    Optional<Component> offer(UUID learnerId, Runnable done) {
        List<AlertView> alerts = relaunches.startable(learnerId);
        return alerts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Button(
                        texts.get("overview.relaunch.start"),
                        VaadinIcon.ENVELOPE.create(),
                        click -> open(alerts, done)));
    }

    private void open(List<AlertView> alerts, Runnable done) {
        var dialog = new Dialog(texts.get("overview.relaunch.start"));
        dialog.setWidth("min(32rem, 96vw)");
        var about = new Select<AlertView>();
        about.setLabel(texts.get("overview.relaunch.about"));
        about.setItems(alerts);
        about.setItemLabelGenerator(alert -> alert.raisedBy().ruleName());
        about.setValue(alerts.getFirst());
        about.setWidthFull();
        var why = new Paragraph(alerts.getFirst().finding().explanation().read(texts));
        about.addValueChangeListener(
                change -> why.setText(change.getValue().finding().explanation().read(texts)));
        var template = new Select<String>();
        template.setLabel(texts.get("overview.relaunch.template"));
        template.setItems(ManualRelaunches.TEMPLATES);
        template.setItemLabelGenerator(key -> texts.get("relaunch.template." + key));
        template.setValue(ManualRelaunches.TEMPLATES.getFirst());
        template.setWidthFull();
        var wait = new IntegerField(texts.get("overview.relaunch.wait"));
        wait.setHelperText(texts.get("overview.relaunch.wait.help"));
        wait.setStepButtonsVisible(true);
        wait.setMin(0);
        wait.setMax(ManualRelaunches.LONGEST_WAIT);
        wait.setValue(USUAL_WAIT);
        wait.setWidthFull();
        wait.setManualValidation(true);
        var reason = new TextArea(texts.get("overview.relaunch.reason"));
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        var problem = new Paragraph();
        problem.getElement().setAttribute("role", "alert");
        problem.addClassName("assidu-form-notice");
        var go = new Button(texts.get("overview.relaunch.start.do"), click -> {
            try {
                relaunches.start(
                        about.getValue().id(),
                        new NewRelaunch(
                                template.getValue(),
                                Objects.requireNonNullElse(wait.getValue(), 0),
                                reason.getValue()));
                dialog.close();
                Notification.show(texts.get("overview.relaunch.started"));
                done.run();
            } catch (InvalidContent invalid) {
                FieldMarks.mark(
                        texts,
                        invalid.problems(),
                        Map.of("reason", reason, "thenAfterWorkingDays", wait, "template", template));
            } catch (Refusal refusal) {
                problem.setText(texts.get(refusal.key(), refusal.arguments().toArray()));
            }
        });
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(about, why, template, wait, reason, problem);
        dialog.getFooter().add(new Button(texts.get("shell.cancel"), click -> dialog.close()), go);
        dialog.open();
        reason.focus();
    }
}
