package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import fr.educentre.assidu.shell.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields an example is told with, all named and bounded in the same way. */
final class ExampleFields {

    private static final int FURTHEST = 730;
    private static final int HOURS = 10_000;
    private static final int CODE = 60;

    private final Texts texts;

    ExampleFields(Texts texts) {
        this.texts = texts;
    }

    String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** Days ago, or until. */
    IntegerField days(String label) {
        return number(label, -FURTHEST, FURTHEST, texts.get("rules.days"));
    }

    IntegerField daysAgo(String label) {
        return number(label, 0, FURTHEST, texts.get("rules.days"));
    }

    IntegerField number(String label, int least, int most, String unit) {
        var field = new IntegerField(texts.get(label));
        field.setMin(least);
        field.setMax(most);
        field.setWidth("12rem");
        field.setSuffixComponent(new Span(unit));
        return field;
    }

    NumberField hours(String label) {
        var field = new NumberField(texts.get(label));
        field.setMin(0);
        field.setMax(HOURS);
        field.setStep(0.5);
        field.setWidth("12rem");
        field.setSuffixComponent(new Span(texts.get("rules.hours")));
        return field;
    }

    TextField code(String label) {
        var field = new TextField(texts.get(label));
        field.setMaxLength(CODE);
        field.setWidth("11rem");
        return field;
    }

    /** @param labels key before the names of the choices; none of them is chosen at first */
    Select<String> choice(String label, String labels, List<String> choices) {
        var field = new Select<String>();
        field.setLabel(texts.get(label));
        field.setItems(choices);
        field.setItemLabelGenerator(one -> texts.get(one == null ? "rules.example.none" : labels + one));
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(texts.get("rules.example.none"));
        return field;
    }

    static Div together(Component... fields) {
        var all = new Div(fields);
        all.addClassName("assidu-filters");
        return all;
    }

    /** Less usual things, shown when asked for or when they are told already. */
    Details more(String summary, boolean opened, Component... content) {
        var inside = new Div(content);
        inside.addClassName("assidu-editor");
        var more = new Details(texts.get(summary), inside);
        more.setOpened(opened);
        more.setWidthFull();
        return more;
    }

    static @Nullable String filledIn(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }

    static int orNone(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    static @Nullable Integer minutes(NumberField hours) {
        Double value = hours.getValue();
        return value == null ? null : (int) Math.round(value * 60);
    }

    static @Nullable Double hours(@Nullable Integer minutes) {
        return minutes == null ? null : minutes / 60.0;
    }

    static String words(@Nullable String text) {
        return text == null ? "" : text;
    }
}
