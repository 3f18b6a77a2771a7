package fr.educentre.assidu.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule's text as its lines, each in its place. A change touches the lines it is about and leaves the others to the
 * letter, so that the sentences on a screen and the text are two views of one thing.
 */
public final class RuleLines {

    private static final Pattern HEADER =
            Pattern.compile("\\s*(?:règle|rule)\\s+\"([^\"]*)\"?.*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ABOUT =
            Pattern.compile("(?:objet|purpose|étiquettes|tags) ?:.*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final String INDENT = "    ";
    /** Nothing joins parameters: "pour" is the first word of their sentence. */
    private static final Pattern INDENTED = Pattern.compile("(\\s*)(.*)");

    private final List<String> lines;
    private final boolean parameters;

    private RuleLines(List<String> lines, boolean parameters) {
        this.lines = lines;
        this.parameters = parameters;
    }

    public static RuleLines of(String ruleSet, String text) {
        return new RuleLines(List.copyOf(text.lines().toList()), !"assiduity".equals(ruleSet));
    }

    /** Where a line stands, in the order of a rule. */
    public enum Place {
        HEADER("", ""),
        /** What it is for and its tags, where the text says so. */
        ABOUT("", ""),
        SCOPE("pour", "for"),
        CONDITION("quand", "when"),
        EXCEPTION("sauf si", "unless"),
        ACTION("alors", "then"),
        LIMIT("", ""),
        PARAMETER("", "");

        private final String keyword;
        private final String english;

        Place(String keyword, String english) {
            this.keyword = keyword;
            this.english = english;
        }

        private String keyword(boolean inEnglish) {
            return inEnglish ? english : keyword;
        }

        private boolean begins(String line) {
            return !keyword.isEmpty() && (RuleLines.begins(line, keyword) || RuleLines.begins(line, english));
        }

        private boolean is(String line) {
            return !keyword.isEmpty() && (line.equalsIgnoreCase(keyword) || line.equalsIgnoreCase(english));
        }
    }

    /**
     * @param number from 1
     * @param lead indentation and joining words before the sentence
     * @param sentence empty for a line that only opens its place
     */
    public record Line(int number, Place place, String lead, String sentence) {

        public boolean opens() {
            return sentence.isEmpty();
        }

        /** Said to be false. */
        public boolean negated() {
            return Connective.negated(lead);
        }

        /** The word that joins it to the line before, empty where none does. */
        public String joining() {
            return Connective.word(lead);
        }
    }

    /** Lines that say something, in order. */
    public List<Line> lines() {
        var found = new ArrayList<Line>();
        Place place = parameters ? Place.PARAMETER : Place.SCOPE;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            place = place(line, place);
            if (opensAlone(line, place)) {
                found.add(new Line(i + 1, place, line, ""));
            } else {
                Matcher matcher = (place == Place.PARAMETER ? INDENTED : Connective.LEAD).matcher(line);
                boolean whole =
                        place == Place.HEADER || place == Place.ABOUT || place == Place.LIMIT || !matcher.matches();
                found.add(
                        whole
                                ? new Line(i + 1, place, "", line.strip())
                                : new Line(
                                        i + 1,
                                        place,
                                        matcher.group(1),
                                        matcher.group(2).strip()));
            }
            if (place == Place.HEADER) {
                place = parameters ? Place.PARAMETER : Place.SCOPE;
            }
        }
        return found;
    }

    public List<Line> in(Place place) {
        return lines().stream()
                .filter(line -> line.place() == place && !line.opens())
                .toList();
    }

    /** The place a line of this number has, or would have. */
    public Place placeOf(int number) {
        Place place = parameters ? Place.PARAMETER : Place.SCOPE;
        for (Line line : lines()) {
            if (line.number() == number) {
                return line.place();
            }
            if (line.number() < number && line.place() != Place.HEADER) {
                place = line.place();
            }
        }
        return place;
    }

    private Place place(String line, Place before) {
        String lower = line.strip().toLowerCase(Locale.FRENCH);
        if (lower.startsWith("règle") || lower.startsWith("rule ")) {
            return Place.HEADER;
        }
        if (parameters) {
            return Place.PARAMETER;
        }
        for (Place place : List.of(Place.CONDITION, Place.EXCEPTION, Place.ACTION)) {
            if (place.begins(lower)) {
                return place;
            }
        }
        if (before.compareTo(Place.SCOPE) <= 0) {
            return ABOUT.matcher(lower).matches() ? Place.ABOUT : Place.SCOPE;
        }
        return lower.startsWith("au plus une fois") || lower.startsWith("at most once") ? Place.LIMIT : before;
    }

    private static boolean begins(String line, String keyword) {
        return line.equals(keyword) || line.startsWith(keyword + " ");
    }

    private static boolean opensAlone(String line, Place place) {
        return place.is(line.strip());
    }

    public Optional<String> name() {
        return lines().stream()
                .filter(line -> line.place() == Place.HEADER)
                .map(line -> HEADER.matcher(line.sentence()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1).strip())
                .findFirst();
    }

    /** Whether the rule is written in English: its first word tells. */
    public boolean english() {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(line -> begins(line.strip().toLowerCase(Locale.ENGLISH), "rule"))
                .isPresent();
    }

    public RuleLines named(String name) {
        String header =
                (english() ? "rule" : "règle") + " \"" + name.replace("\"", "").strip() + "\"";
        return lines().stream()
                .filter(line -> line.place() == Place.HEADER)
                .findFirst()
                .map(line -> with(line.number(), header))
                .orElseGet(() -> insert(0, header));
    }

    /** The same words before, another sentence. */
    public RuleLines replace(int number, String sentence) {
        return lines().stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .map(line -> with(number, line.lead() + sentence))
                .orElse(this);
    }

    /** Joins a condition or exception to the one before by another word. */
    public RuleLines joined(int number, String word) {
        return lines().stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .map(line -> with(number, Connective.joined(line.place(), line.lead(), word) + line.sentence()))
                .orElse(this);
    }

    /** Says of a sentence that it is false, or no longer does. */
    public RuleLines negated(int number, boolean negated) {
        return lines().stream()
                .filter(line -> line.number() == number && line.negated() != negated)
                .findFirst()
                .map(line -> with(
                        number, Connective.negated(line.lead(), line.sentence(), negated, english()) + line.sentence()))
                .orElse(this);
    }

    public RuleLines remove(int number) {
        var found = lines().stream().filter(line -> line.number() == number).findFirst();
        if (found.isEmpty()) {
            return this;
        }
        Place place = found.get().place();
        var rest = new ArrayList<>(lines);
        boolean first = in(place).getFirst().number() == number;
        // A first line may hold the word that opens its place: the word stays.
        String opening = found.get().lead().strip().toLowerCase(Locale.FRENCH);
        if (place != Place.SCOPE && place.begins(opening)) {
            rest.set(number - 1, place.keyword(english()));
        } else {
            rest.remove(number - 1);
        }
        var changed = new RuleLines(List.copyOf(rest), parameters);
        if (changed.in(place).isEmpty()) {
            return place == Place.EXCEPTION ? changed.withoutOpening(place) : changed;
        }
        if (first && place.compareTo(Place.ACTION) < 0) {
            Line next = changed.in(place).getFirst();
            return changed.with(next.number(), Connective.first(place, next.lead()) + next.sentence());
        }
        return changed;
    }

    private RuleLines withoutOpening(Place place) {
        return lines().stream()
                .filter(line -> line.place() == place && line.opens())
                .findFirst()
                .map(line -> {
                    var rest = new ArrayList<>(lines);
                    rest.remove(line.number() - 1);
                    return new RuleLines(List.copyOf(rest), parameters);
                })
                .orElse(this);
    }

    /** After the last sentence of the place; opens the place where it is not yet. */
    public RuleLines add(Place place, String sentence) {
        var there = in(place);
        if (!there.isEmpty()) {
            return insert(there.getLast().number(), lead(place, false, english()) + sentence);
        }
        var opening = lines().stream()
                .filter(line -> line.place() == place && line.opens())
                .findFirst();
        if (opening.isPresent()) {
            return insert(opening.get().number(), lead(place, true, english()) + sentence);
        }
        int after = lines().stream()
                .filter(line -> line.place().compareTo(place) < 0)
                .mapToInt(Line::number)
                .max()
                .orElse(0);
        boolean opens = !place.keyword.isEmpty() && place != Place.SCOPE;
        RuleLines opened = opens ? insert(after, place.keyword(english())) : this;
        return opened.insert(opens ? after + 1 : after, lead(place, true, english()) + sentence);
    }

    private static String lead(Place place, boolean first, boolean english) {
        return switch (place) {
            case SCOPE -> english ? "for " : "pour ";
            case CONDITION -> INDENT + (first ? "" : english ? "and " : "et ");
            case EXCEPTION -> INDENT + (first ? "" : english ? "or " : "ou ");
            case ACTION -> INDENT;
            case HEADER, ABOUT, LIMIT, PARAMETER -> "";
        };
    }

    /** @param after number of the line it comes after, 0 for the first place */
    public RuleLines insert(int after, String line) {
        var longer = new ArrayList<>(lines);
        longer.add(Math.min(after, longer.size()), line);
        return new RuleLines(List.copyOf(longer), parameters);
    }

    /** @param number from 1 */
    public RuleLines with(int number, String line) {
        var changed = new ArrayList<>(lines);
        changed.set(number - 1, line);
        return new RuleLines(List.copyOf(changed), parameters);
    }

    public String text() {
        return String.join("\n", lines);
    }
}
