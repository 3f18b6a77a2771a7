package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import fr.educentre.assidu.rules.RuleBook.Blank;
import fr.educentre.assidu.rules.RuleBook.Piece;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** A rule as its sentences, a field in each blank made from the blank's type; the same text put together again. */
class SentenceFields extends Div {

    private static final long serialVersionUID = 1L;

    private final transient List<List<Supplier<String>>> lines = new ArrayList<>();
    private final transient Runnable changed;
    private final boolean readOnly;

    SentenceFields(List<List<Piece>> text, boolean readOnly, Runnable changed) {
        this.readOnly = readOnly;
        this.changed = changed;
        text.forEach(this::line);
    }

    String text() {
        var text = new ArrayList<String>();
        for (var line : lines) {
            var joined = new StringBuilder();
            line.forEach(part -> joined.append(part.get()));
            text.add(joined.toString());
        }
        return String.join("\n", text);
    }

    private void line(List<Piece> pieces) {
        var row = new Div();
        row.getStyle().set("white-space", "pre-wrap").set("padding", "0.15rem 0");
        var parts = new ArrayList<Supplier<String>>();
        for (Piece piece : pieces) {
            if (piece.blank() == null) {
                row.add(new Span(piece.text()));
                parts.add(piece::text);
            } else {
                row.add(field(piece.blank(), piece.text(), parts));
            }
        }
        lines.add(parts);
        add(row);
    }

    private Component field(Blank blank, String value, List<Supplier<String>> parts) {
        String label = blank.unit() == null ? blank.name() : blank.unit();
        if (!blank.choices().isEmpty()) {
            var select = new Select<String>();
            select.setItems(blank.choices());
            blank.choices().stream().filter(value::equalsIgnoreCase).findFirst().ifPresent(select::setValue);
            select.setAriaLabel(label);
            select.setReadOnly(readOnly);
            select.addValueChangeListener(event -> changed.run());
            parts.add(() -> Objects.requireNonNullElse(select.getValue(), value));
            return select;
        }
        if (blank.type().equals("NUMBER") || blank.type().equals("PERCENT")) {
            var number = new NumberField();
            number.setValue(number(value));
            number.setMin(Objects.requireNonNullElse(blank.min(), 0.0));
            number.setMax(Objects.requireNonNullElse(blank.max(), 1e6));
            number.setStep(blank.type().equals("PERCENT") ? 0.5 : 1);
            number.setWidth("6.5rem");
            number.setAriaLabel(label);
            number.setReadOnly(readOnly);
            number.addValueChangeListener(event -> changed.run());
            parts.add(() -> number.getValue() == null ? value : french(number.getValue()));
            return number;
        }
        var text = new TextField();
        text.setValue(value);
        text.setAriaLabel(label);
        text.setReadOnly(readOnly);
        text.addValueChangeListener(event -> changed.run());
        parts.add(text::getValue);
        return text;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.replace(',', '.'));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String french(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
