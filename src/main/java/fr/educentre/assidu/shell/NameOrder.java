package fr.educentre.assidu.shell;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;

/**
 * Names as a French reader looks for them, as the database's collation {@code french} has them: Émile after Élodie and before
 * Zoé, case and accents telling apart only what is otherwise the same, Le Goff before Leblanc.
 */
public final class NameOrder {

    private NameOrder() {}

    public static <T> Comparator<T> by(Function<? super T, String> name) {
        Collator french = Collator.getInstance(Locale.FRENCH);
        return (one, other) -> french.compare(key(name.apply(one)), key(name.apply(other)));
    }

    /** What stands between the words of a name comes before any letter; the platform passes over it, the database does not. */
    private static String key(String name) {
        return name.strip()
                .replace(' ', '0')
                .replace(ReaderFormats.NO_BREAK, '0')
                .replace('-', '1')
                .replace('\'', '2')
                .replace('’', '2');
    }
}
