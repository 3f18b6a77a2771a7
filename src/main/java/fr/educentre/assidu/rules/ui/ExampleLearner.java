package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import fr.educentre.assidu.rules.RuleExample.Activity;
import fr.educentre.assidu.rules.RuleExample.Enrolment;
import fr.educentre.assidu.rules.RuleExample.Pending;
import fr.educentre.assidu.rules.RuleExample.Person;
import fr.educentre.assidu.rules.RuleExample.Who;
import fr.educentre.assidu.shell.Texts;
import java.util.List;

/** Who the learner of an example is: the usual things first, the others when asked for. */
class ExampleLearner extends Div {

    private static final long serialVersionUID = 1L;
    static final List<String> FUNDERS = List.of("CPF", "OPCO", "FRANCE_TRAVAIL", "REGION", "EMPLOYER", "SELF");
    private static final int WORDS = 300;

    private final Select<String> funder;
    private final TextField group;
    private final Checkbox apprentice;
    private final Checkbox minor;
    private final Checkbox relaunch;
    private final Checkbox review;
    private final IntegerField lastActivity;
    private final IntegerField nextDue;
    private final TextField programme;
    private final TextField site;
    private final IntegerField enrolled;
    private final Select<String> outside;
    private final TextField accommodations;

    ExampleLearner(Texts texts, Who who) {
        var fields = new ExampleFields(texts);
        funder = fields.choice("rules.example.funder", "rules.example.funder.", FUNDERS);
        group = fields.code("rules.example.group");
        apprentice =
                new Checkbox(texts.get("rules.example.apprentice"), who.person().apprentice());
        minor = new Checkbox(texts.get("rules.example.minor"), who.person().minor());
        relaunch =
                new Checkbox(texts.get("rules.example.relaunch"), who.pending().relaunchRunning());
        review = new Checkbox(texts.get("rules.example.review"), who.pending().underReview());
        lastActivity = fields.daysAgo("rules.example.lastActivity");
        nextDue = fields.daysAgo("rules.example.nextDue");
        programme = fields.code("rules.example.programme");
        site = fields.code("rules.example.site");
        enrolled = fields.daysAgo("rules.example.enrolled");
        outside = fields.choice(
                "rules.example.outside", "rules.example.outside.", List.of("COMPANY", "INTERRUPTED", "CLOSURE"));
        accommodations = new TextField(texts.get("rules.example.accommodations"));
        accommodations.setMaxLength(WORDS);
        accommodations.setHelperText(texts.get("rules.example.accommodations.help"));
        accommodations.setWidth("22rem");
        fill(who);
        boolean more = !usualOnly(who);
        add(
                new H3(texts.get("rules.example.learner")),
                ExampleFields.together(funder, group),
                ExampleFields.together(apprentice, minor),
                fields.more(
                        "rules.example.more.learner",
                        more,
                        ExampleFields.together(relaunch, review),
                        ExampleFields.together(programme, site, enrolled, outside),
                        ExampleFields.together(lastActivity, nextDue),
                        accommodations));
    }

    private static boolean usualOnly(Who who) {
        Enrolment enrolment = who.enrolment();
        Person person = who.person();
        return enrolment.equals(new Enrolment(enrolment.funder(), enrolment.group(), null, null, null))
                && person.equals(new Person(person.apprentice(), person.minor(), null, null))
                && who.pending().equals(Pending.nothing())
                && who.activity().equals(Activity.none());
    }

    private void fill(Who who) {
        Enrolment enrolment = who.enrolment();
        String code = enrolment.funder();
        if (code != null && !FUNDERS.contains(code)) {
            // A funder of its own code, from a file or a call: kept as it is.
            funder.setItems(java.util.stream.Stream.concat(FUNDERS.stream(), java.util.stream.Stream.of(code))
                    .toList());
            var labels = funder.getItemLabelGenerator();
            funder.setItemLabelGenerator(one -> code.equals(one) ? code : labels.apply(one));
        }
        funder.setValue(code);
        group.setValue(ExampleFields.words(enrolment.group()));
        lastActivity.setValue(who.activity().lastActivity());
        nextDue.setValue(who.activity().nextDue());
        programme.setValue(ExampleFields.words(enrolment.programme()));
        site.setValue(ExampleFields.words(enrolment.site()));
        enrolled.setValue(enrolment.enrolled());
        outside.setValue(who.person().outside());
        accommodations.setValue(ExampleFields.words(who.person().accommodations()));
    }

    Who who() {
        return new Who(
                new Enrolment(
                        funder.getValue(),
                        ExampleFields.filledIn(group),
                        ExampleFields.filledIn(programme),
                        ExampleFields.filledIn(site),
                        enrolled.getValue()),
                new Person(
                        apprentice.getValue(),
                        minor.getValue(),
                        outside.getValue(),
                        ExampleFields.filledIn(accommodations)),
                new Pending(relaunch.getValue(), review.getValue()),
                new Activity(lastActivity.getValue(), nextDue.getValue()));
    }
}
