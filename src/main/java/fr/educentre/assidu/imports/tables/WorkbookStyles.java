package fr.educentre.assidu.imports.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** What the numbers of a workbook stand for, by the format of their cells. */
final class WorkbookStyles extends DefaultHandler {

    /** More than a spreadsheet keeps. */
    private static final int MOST = 70_000;

    private static final int LONGEST_CODE = 255;
    private static final Pattern ELAPSED = Pattern.compile("\\[(h+|m+|s+)]", Pattern.CASE_INSENSITIVE);

    /** How a number is written. */
    enum Kind {
        NUMBER,
        MOMENT,
        DURATION
    }

    private final Map<Integer, String> codes = new HashMap<>();
    private final Map<Integer, Kind> kinds = new HashMap<>();
    private final List<Kind> styles = new ArrayList<>();
    private boolean ofCells;

    Kind kind(int style) {
        return style >= 0 && style < styles.size() ? styles.get(style) : Kind.NUMBER;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "numFmt" -> {
                String code = attributes.getValue("formatCode");
                if (code != null && code.length() <= LONGEST_CODE && codes.size() < MOST) {
                    codes.put(number(attributes.getValue("numFmtId")), code);
                }
            }
            case "cellXfs" -> ofCells = true;
            case "xf" -> {
                if (ofCells && styles.size() < MOST) {
                    styles.add(kinds.computeIfAbsent(number(attributes.getValue("numFmtId")), this::kindOfFormat));
                }
            }
            default -> {
                // fonts, fills and borders say nothing of numbers
            }
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if (name.equals("cellXfs")) {
            ofCells = false;
        }
    }

    private Kind kindOfFormat(int format) {
        String code =
                Objects.requireNonNullElse(codes.getOrDefault(format, BuiltinFormats.getBuiltinFormat(format)), "");
        if (!DateUtil.isADateFormat(format, code)) {
            return Kind.NUMBER;
        }
        return ELAPSED.matcher(code).find() ? Kind.DURATION : Kind.MOMENT;
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
