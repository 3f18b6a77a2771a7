package fr.educentre.assidu.rules.measures;

import fr.educentre.assidu.rules.language.DayFormat;
import fr.educentre.assidu.shell.ReaderFormats;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One of those that made a measure, as people name it. */
public interface Occasion {

    String in(Locale language);

    static Occasion on(LocalDate day) {
        return language -> ReaderFormats.day(day, language);
    }

    /** @param key {@code 2026-11-23/AM} */
    static Occasion halfDay(String key) {
        return language -> DayFormat.halfDay(key, language);
    }

    static Occasion titled(String title, @Nullable LocalDate due) {
        return language -> due == null ? title : title + " (" + ReaderFormats.day(due, language) + ")";
    }
}
