package fr.educentre.assidu.shell;

import java.util.Locale;
import java.util.regex.Pattern;

/** Sets what is composed of words as people type them, those of a rule for instance, as the bundles are set. */
public final class Typography {

    private static final Pattern BEFORE = Pattern.compile(" (?=[;:!?%»])");
    private static final Pattern AFTER = Pattern.compile("(?<=«) ");
    private static final Pattern UNIT = Pattern.compile("(?<=\\d) (?=(?:h|min|s|Mo|Ko|j|€)(?!\\p{L}))");
    private static final Pattern PERCENT = Pattern.compile("(?<=\\d) (?=%)");

    private Typography() {}

    public static String of(String typed, Locale language) {
        String noBreak = String.valueOf(ReaderFormats.NO_BREAK);
        if (Texts.english(language)) {
            return PERCENT.matcher(typed).replaceAll(noBreak);
        }
        String set = BEFORE.matcher(typed.replace('\'', '’')).replaceAll(noBreak);
        return UNIT.matcher(AFTER.matcher(set).replaceAll(noBreak)).replaceAll(noBreak);
    }
}
