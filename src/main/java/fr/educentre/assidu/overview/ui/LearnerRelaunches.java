package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import fr.educentre.assidu.access.AccountPeople;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.relaunch.RelaunchActs;
import fr.educentre.assidu.relaunch.Relaunches;
import fr.educentre.assidu.relaunch.Relaunches.RelaunchView;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FieldMarks;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reminders of a learner: where each stands, and for who follows them, a button to put it off, let it go on or stop it. */
@org.springframework.stereotype.Component
class LearnerRelaunches {

    private final Texts texts;
    private final Relaunches relaunches;
    private final RelaunchActs acts;
    private final AccountPeople people;
    private final StartRelaunch starting;

    LearnerRelaunches(
            Texts texts, Relaunches relaunches, RelaunchActs acts, AccountPeople people, StartRelaunch starting) {
        this.texts = texts;
        this.relaunches = relaunches;
        this.acts = acts;
        this.people = people;
        this.starting = starting;
    }

    /** @param acting whether the reader follows the learner */
    Component of(UUID learnerId, boolean acting, Runnable done) {
        var box = new Div(new H2(texts.get("overview.learner.relaunches")));
        box.addClassName("assidu-card");
        List<RelaunchView> all = relaunches.ofLearner(learnerId);
        if (all.isEmpty()) {
            box.add(new Paragraph(texts.get("overview.learner.relaunches.none")));
        }
        all.forEach(relaunch -> box.add(line(relaunch, acting, done)));
        if (acting) {
            starting.offer(learnerId, done).ifPresent(box::add);
        }
        return box;
    }

    private Div line(RelaunchView relaunch, boolean acting, Runnable done) {
        String end = relaunch.end().endReason();
        String state = texts.get("overview.relaunch." + relaunch.state(), SiteTimes.at(relaunch.startedAt(), texts));
        var line = new Div(new Paragraph(end == null ? state : texts.get("shell.says", state, end)));
        if (acting && relaunch.end().endedAt() == null) {
            var bar = new Div();
            bar.addClassName("assidu-actions");
            if ("RUNNING".equals(relaunch.state())) {
                bar.add(act("pause", relaunch, done));
                bar.add(act("skip", relaunch, done));
            }
            if ("PAUSED".equals(relaunch.state())) {
                bar.add(act("resume", relaunch, done));
            }
            if (!"PAUSED".equals(relaunch.state())) {
                bar.add(act("handOver", relaunch, done));
            }
            bar.add(act("end", relaunch, done));
            line.add(bar);
        }
        return line;
    }

    private Button act(String what, RelaunchView relaunch, Runnable done) {
        return new Button(texts.get("overview.relaunch." + what), click -> ask(what, relaunch.id(), done));
    }

    /** Each act says why, in one dialog; what is wrong is told at its field. */
    private void ask(String what, UUID id, Runnable done) {
        var dialog = new Dialog(texts.get("overview.relaunch." + what));
        dialog.setWidth("min(30rem, 96vw)");
        var reason = new TextArea(texts.get("overview.relaunch.reason"));
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        DatePicker until = LocalizedParts.datePicker(texts);
        until.setLabel(texts.get("overview.relaunch.until"));
        until.setManualValidation(true);
        until.setVisible("pause".equals(what));
        ComboBox<AccountPeople.Person> to = referents();
        to.setVisible("handOver".equals(what));
        var problem = new Paragraph();
        problem.getElement().setAttribute("role", "alert");
        problem.addClassName("assidu-form-notice");
        var go = new Button(texts.get("overview.relaunch." + what + ".do"), click -> {
            try {
                switch (what) {
                    case "pause" -> acts.pause(id, reason.getValue(), until.getValue());
                    case "resume" -> acts.resume(id, reason.getValue());
                    case "skip" -> acts.skip(id, reason.getValue());
                    case "handOver" -> acts.handOver(id, reason.getValue(), chosen(to));
                    default -> acts.end(id, reason.getValue());
                }
                dialog.close();
                done.run();
            } catch (InvalidContent invalid) {
                FieldMarks.mark(texts, invalid.problems(), Map.of("reason", reason, "until", until, "to", to));
            } catch (Refusal refusal) {
                problem.setText(texts.get(refusal.key(), refusal.arguments().toArray()));
            }
        });
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(reason, until, to, problem);
        dialog.getFooter().add(new Button(texts.get("shell.cancel"), click -> dialog.close()), go);
        dialog.open();
        reason.focus();
    }

    private ComboBox<AccountPeople.Person> referents() {
        var to = new ComboBox<AccountPeople.Person>(texts.get("overview.relaunch.to"));
        to.setItemLabelGenerator(AccountPeople.Person::name);
        to.setItems(query ->
                people.find(Role.REFERENT, query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        to.setWidthFull();
        to.setManualValidation(true);
        return to;
    }

    private static @Nullable UUID chosen(ComboBox<AccountPeople.Person> to) {
        return to.getValue() == null ? null : to.getValue().id();
    }
}
