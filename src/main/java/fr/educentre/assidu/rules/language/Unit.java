package fr.educentre.assidu.rules.language;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording.Bilingual;
import java.util.Locale;

/** What a number in a blank counts, one of it and several; or, of a text, what it names. */
public record Unit(Bilingual one, Bilingual several) {

    /** {@code jour|jours / day|days}; the same for one and several, or in both languages, where no other is given. */
    public static Unit of(String declared) {
        String[] languages = declared.split(" / ", 2);
        String[] french = numbers(languages[0]);
        String[] english = numbers(languages[languages.length - 1]);
        return new Unit(new Bilingual(french[0], english[0]), new Bilingual(french[1], english[1]));
    }

    private static String[] numbers(String words) {
        String[] numbers = words.strip().split("\\|", 2);
        return numbers.length == 2 ? numbers : new String[] {numbers[0], numbers[0]};
    }

    /** The word that goes with this number. */
    public String of(double number, Locale language) {
        return (single(number, language) ? one : several).in(language);
    }

    /** French begins to count several at two, English at whatever is not one. */
    static boolean single(double number, Locale language) {
        return Texts.english(language) ? number == 1 : Math.abs(number) < 2;
    }
}
