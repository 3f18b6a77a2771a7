package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import fr.educentre.assidu.rules.RuleExample;
import fr.educentre.assidu.rules.RuleExample.Absence;
import fr.educentre.assidu.rules.RuleExample.Presence;
import fr.educentre.assidu.rules.RuleExample.Seance;
import fr.educentre.assidu.rules.RuleExample.Setting;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import java.util.List;
import java.util.Objects;

/** Sessions of an example before they are added: how many of which kind, over how many days. */
class ExampleSessionFields extends Div {

    private static final long serialVersionUID = 1L;
    private static final int LOST = 20;
    private static final int MOST = 30;
    private static final int FURTHEST = 365;
    static final List<String> REASONS = List.of(
            "SICKNESS",
            "WORK_ACCIDENT",
            "PARENTHOOD",
            "FAMILY_EVENT",
            "BEREAVEMENT",
            "SICK_CHILD",
            "SUMMONS",
            "TRANSPORT",
            "EXAM_LEAVE",
            "EMPLOYER_KEPT",
            "OTHER");

    private final transient Texts texts;
    private final IntegerField number = new IntegerField();
    private final Select<ExampleStatus> status = new Select<>();
    private final Select<Boolean> half = new Select<>();
    private final Select<String> modality = new Select<>();
    private final IntegerField days;
    private final IntegerField lost;
    private final TextField module;
    private final TextField site;
    private final Select<String> reason;
    private final IntegerField review;
    private final CheckboxGroup<String> unsigned = new CheckboxGroup<>();

    ExampleSessionFields(Texts texts, Runnable add) {
        this.texts = texts;
        var fields = new ExampleFields(texts);
        days = fields.number("rules.example.over", 1, FURTHEST, texts.get("rules.days"));
        days.setValue(12);
        days.setWidth("10rem");
        lost = fields.number("rules.example.lost", 0, RuleExample.SESSION_MINUTES, "min");
        lost.setValue(LOST);
        lost.setVisible(false);
        module = fields.code("rules.example.module");
        site = fields.code("rules.example.site");
        reason = fields.choice("rules.example.reason", "rules.example.reason.", REASONS);
        review = fields.daysAgo("rules.example.reviewDays");
        unsigned.setLabel(texts.get("rules.example.unsigned"));
        unsigned.setItems("TRAINER", "LEARNER");
        unsigned.setItemLabelGenerator(who -> texts.get("rules.example.unsigned." + who));
        usual();
        add(
                ExampleFields.together(
                        number,
                        status,
                        lost,
                        half,
                        modality,
                        days,
                        new Button(texts.get("rules.example.addSessions"), click -> add.run())),
                fields.more(
                        "rules.example.more.sessions",
                        false,
                        ExampleFields.together(module, site, reason, review),
                        unsigned));
    }

    private void usual() {
        number.setLabel(texts.get("rules.example.number"));
        number.setMin(1);
        number.setMax(MOST);
        number.setValue(3);
        number.setStepButtonsVisible(true);
        number.setWidth("8rem");
        status.setLabel(texts.get("rules.example.status"));
        status.setItems(ExampleStatus.values());
        status.setItemLabelGenerator(one -> texts.get("rules.example.status." + one));
        status.setValue(ExampleStatus.ABSENT_UNJUSTIFIED);
        status.setWidth("15rem");
        status.addValueChangeListener(event -> lost.setVisible(event.getValue().losesMinutes()));
        half.setLabel(texts.get("rules.example.half"));
        half.setItems(false, true);
        half.setItemLabelGenerator(afternoon -> texts.get("rules.example.half." + afternoon));
        half.setValue(false);
        half.setWidth("10rem");
        modality.setLabel(texts.get("rules.example.modality"));
        modality.setItems("IN_PERSON", "VIDEO", "ONLINE");
        modality.setItemLabelGenerator(one -> texts.get("rules.example.modality." + one));
        modality.setValue("IN_PERSON");
    }

    int many() {
        return Math.clamp(Objects.requireNonNullElse(number.getValue(), 1), 1, MOST);
    }

    int over() {
        return Math.clamp(Objects.requireNonNullElse(days.getValue(), 1), 1, FURTHEST);
    }

    Seance like() {
        ExampleStatus chosen = status.getValue();
        boolean waits = chosen == ExampleStatus.ABSENT_UNDER_REVIEW;
        return new Seance(
                0,
                half.getValue(),
                new Setting(modality.getValue(), ExampleFields.filledIn(module), ExampleFields.filledIn(site)),
                new Presence(
                        chosen.status(),
                        chosen.losesMinutes() ? ExampleFields.orNone(lost.getValue()) : 0,
                        null,
                        unsigned.getValue()),
                new Absence(chosen.justification(), reason.getValue(), waits ? review.getValue() : null));
    }

    /** All that is told of a session but its day. */
    static String said(Seance one, Texts texts) {
        var said = new StringBuilder(texts.get("rules.example.status."
                + ExampleStatus.of(one.presence().status(), one.absence().justification())));
        if (one.presence().minutesLost() > 0) {
            said.append(" (")
                    .append(ReaderFormats.duration(one.presence().minutesLost()))
                    .append(')');
        }
        if (one.setting().modality() != null) {
            said.append(" · ")
                    .append(texts.get("rules.example.modality." + one.setting().modality()));
        }
        for (String code : new String[] {one.setting().module(), one.setting().site()}) {
            said.append(code == null ? "" : " · " + code);
        }
        if (one.absence().reason() != null) {
            said.append(" · ")
                    .append(
                            REASONS.contains(one.absence().reason())
                                    ? texts.get("rules.example.reason."
                                            + one.absence().reason())
                                    : one.absence().reason());
        }
        if (one.absence().underReviewDays() != null) {
            said.append(" · ")
                    .append(texts.get("rules.example.review.line", one.absence().underReviewDays()));
        }
        one.presence().unsignedBy().stream()
                .sorted()
                .forEach(who -> said.append(" · ").append(texts.get("rules.example.unsigned.line." + who)));
        return said.toString();
    }
}
