package fr.educentre.assidu.imports.tables;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The cells of a sheet, row by row; formulas by their stored values. */
final class SheetHandler extends DefaultHandler {

    private final TableRows rows;
    private final SharedStrings strings;
    /** Text of a number in a cell of that style. */
    private final BiFunction<Double, Integer, String> numbers;

    private final CellBuffer text = new CellBuffer();
    private int line;
    private int column;
    private String type = "";
    private int style;
    private boolean spoken;
    private boolean within;

    SheetHandler(TableRows rows, SharedStrings strings, BiFunction<Double, Integer, String> numbers) {
        this.rows = rows;
        this.strings = strings;
        this.numbers = numbers;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "row" -> {
                line = number(attributes.getValue("r"), line + 1);
                column = -1;
                rows.begin(line);
            }
            case "c" -> {
                column = column(attributes.getValue("r"), column + 1);
                String given = attributes.getValue("t");
                type = given == null ? "n" : given;
                style = number(attributes.getValue("s"), 0);
                text.clear();
            }
            case "rPh" -> spoken = true;
            case "v", "t" -> within = !spoken;
            default -> {
                // how it looks, and how it is computed
            }
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (within) {
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "row" -> rows.end();
            case "c" -> rows.cell(column, value());
            case "rPh" -> spoken = false;
            case "v", "t" -> within = false;
            default -> {
                // how it looks, and how it is computed
            }
        }
    }

    private String value() {
        String written = text.toString();
        return switch (type) {
            case "s" -> strings.text(number(written.strip(), -1));
            case "b" -> written.isBlank() ? "" : String.valueOf(written.strip().equals("1"));
            case "n" -> numeric(written.strip());
            case "e" -> "";
            default -> written;
        };
    }

    private String numeric(String written) {
        if (written.isEmpty()) {
            return "";
        }
        try {
            double value = Double.parseDouble(written);
            return Double.isFinite(value) ? numbers.apply(value, style) : written;
        } catch (NumberFormatException e) {
            return written;
        }
    }

    private static int number(@Nullable String written, int otherwise) {
        try {
            return written == null ? otherwise : Integer.parseInt(written);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** From 0; of a name that is none, the next. */
    private static int column(@Nullable String name, int next) {
        int column = 0;
        for (int i = 0; name != null && i < name.length() && column < Short.MAX_VALUE; i++) {
            char letter = name.charAt(i);
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = column * 26 + letter - 'A' + 1;
        }
        return column == 0 ? next : column - 1;
    }
}
