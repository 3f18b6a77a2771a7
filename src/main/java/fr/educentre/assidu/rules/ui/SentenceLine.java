package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import fr.educentre.assidu.rules.RuleBook.Blank;
import fr.educentre.assidu.rules.RuleBook.Piece;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One line of a rule: its words, a field in each blank made from the blank's type; the same line put together again. */
class SentenceLine extends Div {

    private static final long serialVersionUID = 1L;
    /** Stands in an emptied blank, so that the check names it. */
    private static final String NOTHING = "-";
    /** Characters that fit a field of the usual width. */
    private static final int USUAL_CHOICE = 16;

    private final transient List<Supplier<String>> parts = new ArrayList<>();
    private final transient Consumer<String> changed;
    private final transient Texts texts;
    private final boolean readOnly;

    SentenceLine(List<Piece> pieces, boolean readOnly, Texts texts, Consumer<String> changed) {
        this.readOnly = readOnly;
        this.texts = texts;
        this.changed = changed;
        addClassName("assidu-sentence");
        for (Piece piece : pieces) {
            if (piece.blank() == null) {
                // What comes before a sentence is said by the choices beside it, where there are any.
                boolean lead = piece == pieces.getFirst() && pieces.size() > 1;
                if (!piece.text().isBlank() && (readOnly || !lead)) {
                    add(new Span(piece.text().strip()));
                }
                parts.add(piece::text);
            } else {
                add(field(piece.blank(), piece.text()));
            }
        }
        if (pieces.size() == 1 && pieces.getFirst().blank() == null && !readOnly) {
            free(pieces.getFirst().text());
        }
    }

    /** A line that is no sentence yet: its words can be changed as they are. */
    private void free(String line) {
        if (line.isBlank()) {
            return;
        }
        String indentation =
                line.substring(0, line.length() - line.stripLeading().length());
        removeAll();
        parts.clear();
        var field = new TextField();
        field.setValue(line.strip());
        field.setAriaLabel(texts.get("rules.line.free"));
        field.addClassName("assidu-sentence-free");
        field.addValueChangeListener(event -> valueChanged());
        parts.add(() -> indentation + field.getValue().strip());
        add(field);
    }

    private void valueChanged() {
        var line = new StringBuilder();
        parts.forEach(part -> line.append(part.get()));
        changed.accept(line.toString());
    }

    private Component field(Blank blank, String value) {
        if (!blank.choices().isEmpty()) {
            return blank.type().equals("TEXT") ? listed(blank, value) : choice(blank, value);
        }
        if (blank.type().equals("NUMBER") || blank.type().equals("PERCENT")) {
            return number(blank, value);
        }
        if (blank.type().equals("DURATION")) {
            var duration = new DurationFields(texts, value, label(blank), readOnly, this::valueChanged);
            parts.add(() -> duration.isEmpty() ? NOTHING : duration.written());
            return duration;
        }
        var text = new TextField();
        text.setValue(value);
        text.setAriaLabel(label(blank));
        text.setPlaceholder(blank.example());
        text.setReadOnly(readOnly);
        text.addValueChangeListener(event -> valueChanged());
        parts.add(() -> text.getValue().isBlank() ? NOTHING : text.getValue().strip());
        return text;
    }

    private Select<String> choice(Blank blank, String value) {
        var select = new Select<String>();
        select.setItems(blank.choices());
        blank.choices().stream()
                .filter(value.strip()::equalsIgnoreCase)
                .findFirst()
                .ifPresent(select::setValue);
        int longest = blank.choices().stream().mapToInt(String::length).max().orElse(0);
        if (longest > USUAL_CHOICE) {
            select.setWidth("min(" + (longest / 2 + 4) + "rem, 100%)");
        }
        select.setAriaLabel(label(blank));
        select.setReadOnly(readOnly);
        select.addValueChangeListener(event -> valueChanged());
        parts.add(() -> Objects.requireNonNullElse(select.getValue(), value));
        return select;
    }

    /** What the centre has, found by typing. */
    private ComboBox<String> listed(Blank blank, String value) {
        var box = new ComboBox<String>();
        box.setItems(blank.choices());
        box.setAllowCustomValue(true);
        box.addCustomValueSetListener(event -> box.setValue(event.getDetail().strip()));
        box.setValue(value.strip());
        box.setAriaLabel(label(blank));
        box.setReadOnly(readOnly);
        box.addValueChangeListener(event -> valueChanged());
        parts.add(() -> {
            String chosen = box.getValue();
            return chosen == null || chosen.isBlank() ? NOTHING : chosen;
        });
        return box;
    }

    private NumberField number(Blank blank, String value) {
        var number = new NumberField();
        number.setValue(number(value));
        number.setStep(blank.type().equals("PERCENT") ? 0.5 : 1);
        number.setWidth("5.5rem");
        number.setAriaLabel(label(blank));
        if (blank.min() != null && blank.max() != null) {
            // Out of range is told by the check, with the sentence around it.
            number.setManualValidation(true);
            number.setTooltipText(texts.get(
                    "rules.blank.range",
                    french(blank.min()),
                    french(blank.max()),
                    blank.unit() == null ? "" : blank.unit()));
            number.addValueChangeListener(event -> number.setInvalid(outside(event.getValue(), blank)));
            number.setInvalid(outside(number.getValue(), blank));
        }
        number.setReadOnly(readOnly);
        number.addValueChangeListener(event -> valueChanged());
        parts.add(() -> number.getValue() == null ? NOTHING : french(number.getValue()));
        return number;
    }

    private static boolean outside(@Nullable Double value, Blank blank) {
        return value == null
                || (blank.min() != null && value < blank.min())
                || (blank.max() != null && value > blank.max());
    }

    private String label(Blank blank) {
        if (blank.type().equals("DURATION") && blank.min() != null && blank.max() != null) {
            return texts.get(
                    "rules.blank.duration",
                    ReaderFormats.duration(blank.min().longValue()),
                    ReaderFormats.duration(blank.max().longValue()));
        }
        String unit = blank.unit() == null ? blank.name() : blank.unit();
        boolean measured = blank.type().equals("NUMBER") || blank.type().equals("PERCENT");
        return !measured || blank.min() == null || blank.max() == null
                ? unit
                : texts.get("rules.blank.label", unit, french(blank.min()), french(blank.max()));
    }

    private static @Nullable Double number(String text) {
        try {
            return Double.valueOf(text.strip().replace(',', '.'));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static String french(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
