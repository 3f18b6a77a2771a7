package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
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
        apprentice = new Checkbox(texts.get("rules.example.apprentice"), who.apprentice());
        minor = new Checkbox(texts.get("rules.example.minor"), who.minor());
        relaunch = new Checkbox(texts.get("rules.example.relaunch"), who.relaunchRunning());
        review = new Checkbox(texts.get("rules.example.review"), who.underReview());
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
        boolean more = !who.equals(new Who(
                who.funder(),
                who.group(),
                who.apprentice(),
                who.minor(),
                false,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
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

    private void fill(Who who) {
        String code = who.funder();
        if (code != null && !FUNDERS.contains(code)) {
            // A funder of its own code, from a file or a call: kept as it is.
            funder.setItems(java.util.stream.Stream.concat(FUNDERS.stream(), java.util.stream.Stream.of(code))
                    .toList());
            var labels = funder.getItemLabelGenerator();
            funder.setItemLabelGenerator(one -> code.equals(one) ? code : labels.apply(one));
        }
        funder.setValue(code);
        group.setValue(ExampleFields.words(who.group()));
        lastActivity.setValue(who.lastActivity());
        nextDue.setValue(who.nextDue());
        programme.setValue(ExampleFields.words(who.programme()));
        site.setValue(ExampleFields.words(who.site()));
        enrolled.setValue(who.enrolled());
        outside.setValue(who.outside());
        accommodations.setValue(ExampleFields.words(who.accommodations()));
    }

    Who who() {
        return new Who(
                funder.getValue(),
                ExampleFields.filledIn(group),
                apprentice.getValue(),
                minor.getValue(),
                relaunch.getValue(),
                review.getValue(),
                lastActivity.getValue(),
                nextDue.getValue(),
                ExampleFields.filledIn(programme),
                ExampleFields.filledIn(site),
                enrolled.getValue(),
                outside.getValue(),
                ExampleFields.filledIn(accommodations));
    }
}
