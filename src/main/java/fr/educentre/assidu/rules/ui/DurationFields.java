package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import fr.educentre.assidu.shell.Texts;
import java.util.List;

/** A duration in a blank: a number and the unit people count it in. */
class DurationFields extends Span {

    private static final long serialVersionUID = 1L;
    private static final List<String> UNITS = List.of("minutes", "heures", "jours");
    private static final int MOST = 99_999;

    private final IntegerField number = new IntegerField();
    private final Select<String> unit = new Select<>();

    /** @param value as a rule says it: {@code 2 heures} */
    DurationFields(Texts texts, String value, String label, boolean readOnly, Runnable changed) {
        String[] words = value.strip().split(" +", 2);
        if (words[0].matches("[0-9]{1,5}")) {
            number.setValue(Integer.valueOf(words[0]));
        }
        number.setMin(1);
        number.setMax(MOST);
        number.setWidth("5.5rem");
        number.setAriaLabel(label);
        number.setReadOnly(readOnly);
        unit.setItems(UNITS);
        unit.setItemLabelGenerator(one -> texts.get("rules.unit." + one));
        unit.setValue(unit(words.length > 1 ? words[1] : ""));
        unit.setAriaLabel(texts.get("rules.blank.unit"));
        unit.setWidth("8rem");
        unit.setReadOnly(readOnly);
        number.addValueChangeListener(event -> changed.run());
        unit.addValueChangeListener(event -> changed.run());
        addClassName("assidu-sentence-duration");
        add(number, unit);
    }

    /** In French or in English, one or several. */
    private static String unit(String word) {
        return word.startsWith("m") ? UNITS.get(0) : word.startsWith("h") ? UNITS.get(1) : UNITS.get(2);
    }

    boolean isEmpty() {
        return number.isEmpty();
    }

    String written() {
        return number.getValue() + " " + unit.getValue();
    }
}
