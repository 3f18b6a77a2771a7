package fr.educentre.assidu.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A newcomer guesses what a class does from its name: no name twice, and none that must be learnt first. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamesTests {

    /** Words that name no thing of the trade; there is a standard term for each (see the glossary). */
    private static final String RIDDLES =
            "(Un)?(Told|Kept|Stretch(es)?|Wake|Sweep|Gather(ing|ed)?|Moot|Sniff(ed)?|Imagin(ed|ing))";

    /** Words that say what is done but not what a thing is. */
    private static final String GERUNDS = "Peer|Desk|Covering|Deciding|Observing|Remarking|Joining|Combining|Occurs"
            + "|Filled|Assembled|Digest(?!s)";

    private static final Pattern NO_METHOD = word(RIDDLES);
    private static final Pattern NO_TYPE = word(RIDDLES + "|" + GERUNDS);

    /** Steps of processes that run in databases of the field bear the name that their definition calls. */
    private static final Set<String> CALLED_BY_DEFINITIONS = Set.of("JustificationReview.moot");

    /** A type or method, and where it stands. */
    private record Named(String file, String name) {}

    private final List<Named> types = new ArrayList<>();
    private final List<Named> methods = new ArrayList<>();
    private final Map<String, List<String>> topLevel = new TreeMap<>();

    @BeforeAll
    void read() throws IOException {
        JavaSources.parse("src/main/java", "src/demo/java", "src/test/java", "src/bench/java")
                .forEach(this::note);
    }

    @Test
    void no_class_name_is_used_twice() {
        assertThat(topLevel.size()).isGreaterThan(900);
        assertThat(topLevel.entrySet())
                .filteredOn(name -> name.getValue().size() > 1)
                .isEmpty();
    }

    @Test
    void no_type_bears_a_name_that_must_be_learnt() {
        assertThat(types).filteredOn(one -> NO_TYPE.matcher(one.name()).find()).isEmpty();
    }

    /** Sentences that name tests may use any word. */
    @Test
    void no_method_bears_a_name_that_must_be_learnt() {
        assertThat(methods.stream()
                        .filter(one -> !one.name().contains("_"))
                        .filter(one ->
                                NO_METHOD.matcher(capitalised(one.name())).find())
                        .filter(one -> !CALLED_BY_DEFINITIONS.contains(simple(one.file()) + "." + one.name())))
                .isEmpty();
    }

    private void note(CompilationUnitTree unit) {
        String file = unit.getSourceFile().getName();
        for (Tree type : unit.getTypeDecls()) {
            if (type instanceof ClassTree of) {
                topLevel.computeIfAbsent(of.getSimpleName().toString(), name -> new ArrayList<>())
                        .add(file);
            }
        }
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree node, Void unused) {
                types.add(new Named(file, node.getSimpleName().toString()));
                return super.visitClass(node, unused);
            }

            @Override
            public Void visitMethod(MethodTree node, Void unused) {
                methods.add(new Named(file, node.getName().toString()));
                return super.visitMethod(node, unused);
            }
        }.scan(unit, null);
    }

    private static Pattern word(String words) {
        return Pattern.compile("(?<![a-z])(" + words + ")(?![a-z])");
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String simple(String file) {
        return file.replaceAll(".*/", "").replace(".java", "");
    }
}
