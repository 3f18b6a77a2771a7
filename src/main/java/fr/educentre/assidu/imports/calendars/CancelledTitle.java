package fr.educentre.assidu.imports.calendars;

import fr.educentre.assidu.imports.calendars.IcsParser.Event;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Centres write in a title what the event's status should say: whether it takes place is then for a person to say. */
final class CancelledTitle {

    private static final Pattern WORDS = Pattern.compile(
            "\\b(annul(?:é|ée|és|ées|e|ee|es|ees|ation)|cancel(?:l)?ed|supprim(?:é|ée|és|ées)|report(?:é|ée|és|ées)|postponed"
                    + "|(?:n['’]a|aura) pas lieu|pas (?:de )?cours"
                    + "|annul\\.|suspendue?s?|sans (?:prof|professeur|enseignant|formateur|intervenant)"
                    + "|(?:prof|professeure?|enseignante?|formateur|formatrice|intervenante?)\\b\\.? (?:absente?|abs|malade))(?!\\w)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private CancelledTitle() {}

    /** The words that say so, in the title or among the categories. */
    static Optional<String> words(Event event) {
        return Stream.of("SUMMARY", "CATEGORIES")
                .flatMap(property -> event.all(property).stream())
                .map(line -> WORDS.matcher(Normalizer.normalize(line.text(), Normalizer.Form.NFC)))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }
}
