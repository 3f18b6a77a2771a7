package fr.educentre.assidu.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is handed over fits in one hand, and a decision in one look. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShapesTests {

    private static final int PARTS = 8;
    private static final int BRANCHES = 15;

    /** A record, method or constructor with its number of parts or of branches. */
    private record Measured(String where, int count) {

        @Override
        public String toString() {
            return where + " " + count;
        }
    }

    private final List<Measured> parts = new ArrayList<>();
    private final List<Measured> branches = new ArrayList<>();

    @BeforeAll
    void read() throws IOException {
        JavaSources.parse("src/main/java", "src/demo/java").forEach(this::measure);
    }

    @Test
    void the_code_was_read() {
        assertThat(parts).hasSizeGreaterThan(5000);
        assertThat(branches).hasSizeGreaterThan(5000);
    }

    @Test
    void nothing_has_more_than_eight_parts() throws IOException {
        assertThat(over(PARTS, parts)).containsExactlyElementsOf(listed("many-parts.txt"));
    }

    @Test
    void no_method_has_more_than_fifteen_branches() throws IOException {
        assertThat(over(BRANCHES, branches)).containsExactlyElementsOf(listed("many-branches.txt"));
    }

    private static List<String> over(int most, List<Measured> measured) {
        return measured.stream()
                .filter(one -> one.count() > most)
                .sorted(Comparator.comparing(Measured::count).reversed().thenComparing(Measured::where))
                .map(Measured::toString)
                .toList();
    }

    /** The exceptions: the list may only shrink, and one that is no longer needed leaves it. */
    private static List<String> listed(String file) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/walls", file))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private void measure(CompilationUnitTree unit) {
        new Measure().scan(unit, null);
    }

    private final class Measure extends TreeScanner<Void, Void> {

        private final Deque<String> types = new ArrayDeque<>();
        private final Deque<int[]> counts = new ArrayDeque<>();

        @Override
        public Void visitClass(ClassTree node, Void unused) {
            boolean anonymous = node.getSimpleName().isEmpty();
            if (!anonymous) {
                types.addLast(node.getSimpleName().toString());
            }
            if (node.getKind() == Tree.Kind.RECORD) {
                long components = node.getMembers().stream()
                        .filter(VariableTree.class::isInstance)
                        .filter(member -> !((VariableTree) member)
                                .getModifiers()
                                .getFlags()
                                .contains(Modifier.STATIC))
                        .count();
                parts.add(new Measured(String.join(".", types), (int) components));
            }
            super.visitClass(node, unused);
            if (!anonymous) {
                types.removeLast();
            }
            return null;
        }

        @Override
        public Void visitMethod(MethodTree node, Void unused) {
            String where = String.join(".", types) + "#" + node.getName();
            parts.add(new Measured(where, node.getParameters().size()));
            counts.addLast(new int[1]);
            super.visitMethod(node, unused);
            branches.add(new Measured(where, counts.removeLast()[0]));
            return null;
        }

        @Override
        public Void scan(Tree node, Void unused) {
            if (!counts.isEmpty() && branches(node)) {
                counts.getLast()[0]++;
            }
            return super.scan(node, unused);
        }

        private static boolean branches(Tree node) {
            return node != null
                    && switch (node.getKind()) {
                        case IF, CONDITIONAL_EXPRESSION, CONDITIONAL_AND, CONDITIONAL_OR -> true;
                        case FOR_LOOP, ENHANCED_FOR_LOOP, WHILE_LOOP, DO_WHILE_LOOP -> true;
                        case CATCH -> true;
                        case CASE ->
                            ((CaseTree) node)
                                    .getLabels().stream()
                                            .noneMatch(label -> label.getKind() == Tree.Kind.DEFAULT_CASE_LABEL);
                        default -> false;
                    };
        }
    }
}
