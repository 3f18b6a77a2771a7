package fr.educentre.assidu.walls;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import fr.educentre.assidu.walls.JavaSources.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Each statement that the production source sends to the database, and each text that looks like part of one. */
final class SourceStatements {

    private static final Set<String> SENDERS = Set.of(
            "query",
            "queryForObject",
            "queryForList",
            "queryForMap",
            "queryForRowSet",
            "queryForStream",
            "update",
            "batchUpdate",
            "execute",
            "prepareStatement",
            "createNativeQuery",
            "createQuery",
            "copyIn",
            "write");
    private static final Set<String> CONNECTIONS = Set.of(
            "JdbcTemplate",
            "JdbcOperations",
            "NamedParameterJdbcTemplate",
            "NamedParameterJdbcOperations",
            "Connection",
            "Statement",
            "CopyManager",
            "BatchWriter",
            "EntityManager");

    /** One call; a text for each way that its branches can go. */
    record Statement(SourceFile file, int line, Set<String> texts, boolean jpql) {

        /** Short, to be listed: {@code alerts/internal/AlertStore.java}. */
        String where() {
            return file.name() + ":" + line;
        }

        boolean known() {
            return texts.stream().noneMatch(text -> text.indexOf(StringValues.HOLE) >= 0);
        }
    }

    /** A text that no statement above was seen to use; {@code names} are the known tables in it. */
    record Fragment(SourceFile file, int line, String text) {}

    record EntityTable(SourceFile file, String entity, String table) {}

    private final JavaSources sources = new JavaSources();
    private final StringValues values = new StringValues(sources);
    private final List<Statement> statements = new ArrayList<>();
    private final List<Fragment> fragments = new ArrayList<>();
    private final List<EntityTable> entities = new ArrayList<>();

    SourceStatements() {
        // The kit sends what it is given.
        var files = sources.files().stream()
                .filter(file -> !file.module().equals("jdbc"))
                .toList();
        files.forEach(this::statements);
        files.forEach(this::fragments);
    }

    List<Statement> statements() {
        return statements;
    }

    List<Fragment> fragments() {
        return fragments;
    }

    List<EntityTable> entities() {
        return entities;
    }

    private void statements(SourceFile file) {
        Map<String, String> variables = new HashMap<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree node, Void unused) {
                String type = type(node);
                if (!type.isEmpty()) {
                    variables.merge(
                            node.getName().toString(), type, (one, other) -> CONNECTIONS.contains(one) ? one : other);
                }
                return super.visitVariable(node, unused);
            }
        }.scan(file.tree(), null);
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree node, Void unused) {
                if (!node.getArguments().isEmpty() && sends(node, variables)) {
                    add(
                            node.getArguments().getFirst(),
                            getCurrentPath(),
                            JavaSources.methodName(node).equals("createQuery"));
                }
                return super.visitMethodInvocation(node, unused);
            }

            @Override
            public Void visitAnnotation(AnnotationTree node, Void unused) {
                if (node.getAnnotationType().toString().equals("Query")) {
                    boolean isNative = argument(node, "nativeQuery") != null;
                    ExpressionTree text = argument(node, "value");
                    if (text != null) {
                        add(text, getCurrentPath(), !isNative);
                    }
                }
                return super.visitAnnotation(node, unused);
            }

            @Override
            public Void visitClass(ClassTree node, Void unused) {
                entity(file, node);
                return super.visitClass(node, unused);
            }

            private void add(ExpressionTree text, TreePath path, boolean jpql) {
                statements.add(
                        new Statement(file, file.line(text, sources), values.of(file, new TreePath(path, text)), jpql));
            }
        }.scan(file.tree(), null);
    }

    private static String type(VariableTree variable) {
        if (variable.getType() != null && !variable.getType().toString().equals("var")) {
            return variable.getType().toString();
        }
        return variable.getInitializer() instanceof NewClassTree made
                ? made.getIdentifier().toString()
                : "";
    }

    private static boolean sends(MethodInvocationTree call, Map<String, String> variables) {
        String method = JavaSources.methodName(call);
        if (!(call.getMethodSelect() instanceof MemberSelectTree select)) {
            return false;
        }
        String owner = select.getExpression().toString();
        if (method.equals("sql")) {
            return true;
        }
        String name = owner.startsWith("this.") ? owner.substring("this.".length()) : owner;
        return SENDERS.contains(method) && CONNECTIONS.contains(variables.getOrDefault(name, ""));
    }

    private static @Nullable ExpressionTree argument(AnnotationTree annotation, String name) {
        for (ExpressionTree each : annotation.getArguments()) {
            if (each instanceof AssignmentTree pair) {
                if (pair.getVariable().toString().equals(name)) {
                    return pair.getExpression();
                }
            } else if (name.equals("value")) {
                return each;
            }
        }
        return null;
    }

    private void entity(SourceFile file, ClassTree type) {
        Map<String, AnnotationTree> annotations = new TreeMap<>();
        type.getModifiers()
                .getAnnotations()
                .forEach(each -> annotations.put(each.getAnnotationType().toString(), each));
        if (!annotations.containsKey("Entity")) {
            return;
        }
        String entity = type.getSimpleName().toString();
        AnnotationTree table = annotations.get("Table");
        entities.add(new EntityTable(
                file,
                entity,
                table != null && argument(table, "name") instanceof LiteralTree name
                        ? String.valueOf(name.getValue())
                        : entity.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT)));
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitAnnotation(AnnotationTree node, Void unused) {
                if (Set.of("CollectionTable", "JoinTable", "SecondaryTable")
                                .contains(node.getAnnotationType().toString())
                        && argument(node, "name") instanceof LiteralTree name) {
                    entities.add(new EntityTable(file, entity, String.valueOf(name.getValue())));
                }
                return super.visitAnnotation(node, unused);
            }
        }.scan(TreePath.getPath(file.tree(), type), null);
    }

    /** The largest sums of literals that no statement read. */
    private void fragments(SourceFile file) {
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree node, Void unused) {
                if (node.getValue() instanceof String && !values.read().contains(node)) {
                    TreePath path = getCurrentPath();
                    while (path.getParentPath().getLeaf() instanceof BinaryTree) {
                        path = path.getParentPath();
                    }
                    fragments.add(new Fragment(file, file.line(node, sources), literals(path.getLeaf())));
                }
                return super.visitLiteral(node, unused);
            }
        }.scan(file.tree(), null);
    }

    private static String literals(Tree sum) {
        return switch (sum) {
            case BinaryTree both -> literals(both.getLeftOperand()) + literals(both.getRightOperand());
            case LiteralTree literal -> String.valueOf(literal.getValue());
            default -> String.valueOf(StringValues.HOLE);
        };
    }
}
