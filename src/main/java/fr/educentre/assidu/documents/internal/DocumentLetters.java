package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.shell.PrintedLetters;
import fr.educentre.assidu.shell.Refusal;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.openpdf.text.pdf.BaseFont;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The letters that documents print, and by which of their fonts. Scripts that are written from right to left, or whose
 * letters change with their neighbours, are none of them: their letters one by one would be a name that nobody bears.
 */
@Component
class DocumentLetters implements PrintedLetters {

    private static final Set<UnicodeScript> LETTER_BY_LETTER = EnumSet.of(
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED,
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARMENIAN,
            UnicodeScript.GEORGIAN,
            UnicodeScript.ETHIOPIC,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.TIFINAGH,
            UnicodeScript.CANADIAN_ABORIGINAL,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO);

    private static final Pattern WORD_END = Pattern.compile("[\\s<>]");
    private static final int AROUND = 40;

    private final SingletonSupplier<BaseFont> main = SingletonSupplier.of(DocumentFonts::regular);
    private final SingletonSupplier<List<Fallback>> fallbacks = SingletonSupplier.of(
            () -> DocumentFonts.FALLBACKS.stream().map(Fallback::of).toList());

    /** A font that prints what the main one lacks. */
    record Fallback(String file, BaseFont font) {

        static Fallback of(String file) {
            return new Fallback(file, DocumentFonts.fallback(file));
        }

        /** Its name in the styles of a page. */
        String family() {
            return DocumentFonts.family(file);
        }
    }

    @Override
    public Optional<String> missing(String text) {
        return FrenchDocumentFormat.composed(text)
                .codePoints()
                .filter(letter -> !plain(letter) && fallback(letter).isEmpty())
                .mapToObj(Character::toString)
                .findFirst();
    }

    /** @throws Refusal INVALID, naming the letter and the word it stands in */
    void require(String text) {
        missing(text).ifPresent(letter -> {
            throw Refusal.invalid(
                    "refusal.documents.letter",
                    letter,
                    "U+%04X".formatted(letter.codePointAt(0)),
                    around(text, letter));
        });
    }

    /** Whether the main font prints it, or there is nothing to print. */
    boolean plain(int letter) {
        if (letter < 0x80) {
            return true;
        }
        int kind = Character.getType(letter);
        return kind == Character.FORMAT
                || kind == Character.CONTROL
                || (LETTER_BY_LETTER.contains(UnicodeScript.of(letter))
                        && main.obtain().charExists(letter));
    }

    /** The font that prints what the main one does not; empty where none does. */
    Optional<Fallback> fallback(int letter) {
        if (!LETTER_BY_LETTER.contains(UnicodeScript.of(letter))) {
            return Optional.empty();
        }
        return fallbacks.obtain().stream()
                .filter(one -> one.font().charExists(letter))
                .findFirst();
    }

    private static String around(String text, String letter) {
        String composed = FrenchDocumentFormat.composed(text);
        int at = composed.indexOf(letter);
        String before = composed.substring(Math.max(0, at - AROUND), at);
        String from = composed.substring(at, Math.min(composed.length(), at + AROUND));
        String[] words = WORD_END.split(before, -1);
        return words[words.length - 1] + WORD_END.split(from, 2)[0];
    }
}
