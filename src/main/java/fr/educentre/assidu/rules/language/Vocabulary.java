package fr.educentre.assidu.rules.language;

import fr.educentre.assidu.rules.ChoiceSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Every sentence a rule may be made of, as the vocabulary files of {@code rules/vocabulary} hold them. */
@Component
public class Vocabulary {

    public static final List<String> RULE_SETS = List.of("presence", "assiduity", "justification", "completion");

    private static final Pattern WORDS = Pattern.compile("[\\s,:;'\"%]+");

    private static final Pattern NUMBERS = Pattern.compile("(?<![\\w/])[0-9]{1,6}(?:,[0-9]{1,2})?(?![\\w/])");

    private final Map<String, List<Sentence>> bySet = new LinkedHashMap<>();

    /** Knows the sentences alone, nothing of the centre. */
    public Vocabulary() {
        this(list -> List.of());
    }

    @Autowired
    Vocabulary(ObjectProvider<ChoiceSource> sources) {
        this(list -> sources.stream()
                .filter(source -> source.list().equals(list))
                .flatMap(source -> source.choices().stream())
                .toList());
    }

    private Vocabulary(Function<String, List<String>> lists) {
        var reader = new VocabularyReader(lists);
        RULE_SETS.forEach(set -> bySet.put(set, reader.read(set)));
    }

    public List<Sentence> of(String ruleSet) {
        return bySet.getOrDefault(ruleSet, List.of());
    }

    public List<Sentence> all() {
        return bySet.values().stream().flatMap(List::stream).toList();
    }

    /** Kinds of sentence that may stand in a place: exceptions may also be conditions. */
    public List<Sentence> of(String ruleSet, SentenceKind kind) {
        Set<SentenceKind> kinds = kind == SentenceKind.EXCEPTION || kind == SentenceKind.CONDITION
                ? EnumSet.of(SentenceKind.EXCEPTION, SentenceKind.CONDITION)
                : EnumSet.of(kind);
        return of(ruleSet).stream().filter(s -> kinds.contains(s.kind())).toList();
    }

    private static final java.util.Set<String> COMMON =
            java.util.Set.of("apprenant", "apprenants", "moins", "derniers", "jours");

    /** The sentence whose words are nearest, with the numbers of the line, and else its examples, in the blanks. */
    Optional<String> nearest(String line, List<Sentence> among) {
        List<String> words = words(line);
        return among.stream()
                .min(Comparator.comparingLong((Sentence sentence) -> -shared(words, words(sentence.withExamples())))
                        .thenComparingInt(sentence -> distance(words, words(sentence.withExamples()))))
                .map(sentence -> sentence.withNumbers(
                        NUMBERS.matcher(line).results().map(MatchResult::group).toList()));
    }

    /** Words that carry meaning come first: short ones are in every sentence. */
    private static long shared(List<String> a, List<String> b) {
        return a.stream()
                .distinct()
                .filter(word -> word.length() > 4 && !COMMON.contains(word) && b.contains(word))
                .count();
    }

    private static List<String> words(String line) {
        var words = new ArrayList<String>();
        for (String word : WORDS.split(line.toLowerCase(java.util.Locale.FRENCH))) {
            words.add(word.chars().allMatch(Character::isDigit) ? "#" : word);
        }
        return words.size() > 60 ? words.subList(0, 60) : words;
    }

    private static int distance(List<String> a, List<String> b) {
        int[] previous = new int[b.size() + 1];
        for (int j = 0; j <= b.size(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.size(); i++) {
            int[] current = new int[b.size() + 1];
            current[0] = i;
            for (int j = 1; j <= b.size(); j++) {
                int change = a.get(i - 1).equals(b.get(j - 1)) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }
            previous = current;
        }
        return previous[b.size()];
    }
}
