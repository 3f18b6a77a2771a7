package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.shell.Texts;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of a report in the language of who asked for it. */
record ReportTexts(Texts texts, Locale locale) {

    String column(String name) {
        return texts.in(locale, "documents.report." + name);
    }

    String get(String key, Object... arguments) {
        return texts.in(locale, "documents.report." + key, arguments);
    }

    String label(String kind, @Nullable String value) {
        return value == null ? "" : texts.in(locale, "documents." + kind + "." + value);
    }

    String halfDay(ReportRow row) {
        return texts.in(locale, row.morning() ? "documents.sheet.morning" : "documents.sheet.afternoon");
    }

    String sources(ReportRow row) {
        return row.sources().stream().map(source -> label("source", source)).collect(Collectors.joining(", "));
    }

    String decidedBy(ReportRow row) {
        if (row.decision().by() != null) {
            return row.decision().by();
        }
        return row.decision().ruleId() == null
                ? ""
                : get("rule", row.decision().ruleId(), row.decision().ruleVersion());
    }
}
