package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.imports.tables.TableRow;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The half-days that a column tells, as plannings write them. {@code AM} is the afternoon (après-midi) beside {@code M}, the
 * morning beside {@code PM}: what the whole column holds decides, and where it does not, nothing is guessed.
 */
final class HalfDays {

    enum HalfDay {
        MORNING,
        AFTERNOON,
        WHOLE_DAY
    }

    private static final Map<String, HalfDay> WORDS = Map.ofEntries(
            Map.entry("matin", HalfDay.MORNING),
            Map.entry("matinee", HalfDay.MORNING),
            Map.entry("mat", HalfDay.MORNING),
            Map.entry("m", HalfDay.MORNING),
            Map.entry("morning", HalfDay.MORNING),
            Map.entry("apres midi", HalfDay.AFTERNOON),
            Map.entry("ap midi", HalfDay.AFTERNOON),
            Map.entry("aprem", HalfDay.AFTERNOON),
            Map.entry("apm", HalfDay.AFTERNOON),
            Map.entry("ap", HalfDay.AFTERNOON),
            Map.entry("pm", HalfDay.AFTERNOON),
            Map.entry("afternoon", HalfDay.AFTERNOON),
            Map.entry("journee", HalfDay.WHOLE_DAY),
            Map.entry("journee entiere", HalfDay.WHOLE_DAY),
            Map.entry("jour", HalfDay.WHOLE_DAY),
            Map.entry("j", HalfDay.WHOLE_DAY),
            Map.entry("day", HalfDay.WHOLE_DAY),
            Map.entry("full day", HalfDay.WHOLE_DAY));

    private static final Set<String> FRENCH_MORNINGS = Set.of("matin", "matinee", "mat", "m");
    private static final String AM = "am";
    private static final String A = "a";
    private static final String PM = "pm";

    private final boolean beforeNoonInEnglish;
    private final boolean morningsInFrench;

    private HalfDays(boolean beforeNoonInEnglish, boolean morningsInFrench) {
        this.beforeNoonInEnglish = beforeNoonInEnglish;
        this.morningsInFrench = morningsInFrench;
    }

    /** @param column all its cells; @param english it stands under an English heading */
    static HalfDays of(Stream<String> column, boolean english) {
        Set<String> words = column.map(HalfDays::word).collect(Collectors.toSet());
        return new HalfDays(english || words.contains(PM), words.stream().anyMatch(FRENCH_MORNINGS::contains));
    }

    /** Empty where the cell says nothing, or something that this column does not make clear. */
    Optional<HalfDay> read(String cell) {
        String word = word(cell);
        return switch (word) {
            case AM ->
                beforeNoonInEnglish == morningsInFrench
                        ? Optional.empty()
                        : Optional.of(beforeNoonInEnglish ? HalfDay.MORNING : HalfDay.AFTERNOON);
            case A -> morningsInFrench ? Optional.of(HalfDay.AFTERNOON) : Optional.empty();
            default -> Optional.ofNullable(WORDS.get(word));
        };
    }

    private static String word(String cell) {
        return TableRow.label(cell).replace(".", "").replaceAll("[\\s-]+", " ").strip();
    }
}
