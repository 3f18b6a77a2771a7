package fr.educentre.assidu.imports.calendars;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A content line of iCalendar: a name, parameters, a value.
 *
 * @param number of the line in the file where it begins, from 1
 * @param name in upper case
 * @param parameters by their names in upper case, without quotes
 */
record ContentLine(int number, String name, Map<String, String> parameters, String value) {

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** Text with its escapes undone. */
    String text() {
        if (value.indexOf('\\') < 0) {
            return value.strip();
        }
        var text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                char next = value.charAt(i);
                text.append(next == 'n' || next == 'N' ? '\n' : next);
            } else {
                text.append(c);
            }
        }
        return text.toString().strip();
    }

    /** Null when it is no content line: one odd line does not spoil a calendar. */
    static @Nullable ContentLine of(int number, CharSequence line) {
        int end = nameEnd(line);
        if (end == 0 || end == line.length()) {
            return null;
        }
        String name = line.subSequence(0, end).toString().toUpperCase(Locale.ROOT);
        Map<String, String> parameters = new LinkedHashMap<>();
        int at = end;
        while (at < line.length() && line.charAt(at) == ';') {
            int equals = at + 1;
            while (equals < line.length() && "=:;".indexOf(line.charAt(equals)) < 0) {
                equals++;
            }
            if (equals == line.length() || line.charAt(equals) != '=') {
                return null;
            }
            String key = line.subSequence(at + 1, equals).toString().strip().toUpperCase(Locale.ROOT);
            var value = new StringBuilder();
            at = value(line, equals + 1, value);
            parameters.putIfAbsent(key, value.toString().strip());
        }
        return at < line.length() && line.charAt(at) == ':'
                ? new ContentLine(
                        number,
                        name,
                        parameters,
                        line.subSequence(at + 1, line.length()).toString())
                : null;
    }

    private static int nameEnd(CharSequence line) {
        int end = 0;
        while (end < line.length()
                && (Character.isLetterOrDigit(line.charAt(end))
                        || line.charAt(end) == '-'
                        || line.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    /** Up to the separator that ends it, which quotes may hide. */
    private static int value(CharSequence line, int from, StringBuilder into) {
        boolean quoted = false;
        int at = from;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ';' || c == ':')) {
                return at;
            } else {
                into.append(c);
            }
            at++;
        }
        return at;
    }
}
