package fr.educentre.assidu.walls;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import fr.educentre.assidu.walls.JavaSources.SourceFile;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a string expression may be worth: constants folded, variables, parameters and methods followed, one value for each
 * branch. What cannot be followed is a {@link #HOLE}.
 */
final class StringValues {

    static final char HOLE = '\uFFFC';

    private static final int MOST = 64;
    private static final int DEPTH = 12;
    private static final Set<String> UNCHANGED = Set.of("toString", "strip", "stripIndent", "stripTrailing", "trim");

    private final JavaSources sources;
    private final Set<Tree> read = Collections.newSetFromMap(new IdentityHashMap<>());

    StringValues(JavaSources sources) {
        this.sources = sources;
    }

    /** The literals that were met on the way. */
    Set<Tree> read() {
        return read;
    }

    /** Where an expression stands: its file, the tree path to it, and what the parameters of the method are given. */
    private record Place(SourceFile file, TreePath path, Map<String, Given> arguments, int depth) {

        Place deeper(SourceFile file, TreePath path, Map<String, Given> arguments) {
            return new Place(file, path, arguments, depth + 1);
        }
    }

    /** What a caller gives for a parameter, and where. */
    private record Given(ExpressionTree value, Place at) {}

    /** In a method with parameters, what it is worth for each of its callers. */
    Set<String> of(SourceFile file, TreePath path) {
        var text = (ExpressionTree) path.getLeaf();
        MethodTree method = around(path);
        var calls = method == null || method.getParameters().isEmpty()
                ? List.<JavaSources.Call>of()
                : sources.calls(
                        method.getName().toString(), method.getParameters().size(), file);
        if (calls.isEmpty()) {
            return of(text, new Place(file, path, Map.of(), 0));
        }
        Set<String> all = new LinkedHashSet<>();
        for (var call : calls) {
            var caller = new Place(call.file(), call.path(), Map.of(), 0);
            all.addAll(of(text, new Place(file, path, given(method, call.tree().getArguments(), caller), 0)));
        }
        return all;
    }

    private static @Nullable MethodTree around(TreePath path) {
        for (TreePath each = path; each != null; each = each.getParentPath()) {
            if (each.getLeaf() instanceof MethodTree method) {
                return method;
            }
        }
        return null;
    }

    private static Map<String, Given> given(MethodTree method, List<? extends ExpressionTree> arguments, Place caller) {
        Map<String, Given> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            given.put(method.getParameters().get(i).getName().toString(), new Given(arguments.get(i), caller));
        }
        return given;
    }

    private Set<String> of(Given given) {
        var at = given.at();
        return of(given.value(), at.deeper(at.file(), at.path(), at.arguments()));
    }

    private Set<String> of(ExpressionTree tree, Place at) {
        if (at.depth() > DEPTH) {
            return hole();
        }
        return switch (tree) {
            case LiteralTree literal -> {
                read.add(literal);
                yield Set.of(String.valueOf(literal.getValue()));
            }
            case ParenthesizedTree inner -> of(inner.getExpression(), at);
            case TypeCastTree cast -> of(cast.getExpression(), at);
            case BinaryTree sum
            when sum.getKind() == Tree.Kind.PLUS -> cross(of(sum.getLeftOperand(), at), of(sum.getRightOperand(), at));
            case ConditionalExpressionTree either ->
                union(of(either.getTrueExpression(), at), of(either.getFalseExpression(), at));
            case SwitchExpressionTree choice -> choice(choice, at);
            case IdentifierTree name -> named(name.getName().toString(), at);
            case MemberSelectTree select -> selected(select, at);
            case NewClassTree made
            when made.getArguments().size() == 1
                    && made.getIdentifier().toString().equals("StringBuilder") ->
                made.getArguments().getFirst() instanceof LiteralTree number && number.getValue() instanceof Integer
                        ? Set.of("")
                        : of(made.getArguments().getFirst(), at);
            case NewClassTree made when made.getArguments().isEmpty() -> Set.of("");
            case MethodInvocationTree call -> called(call, at);
            default -> hole();
        };
    }

    private Set<String> choice(SwitchExpressionTree choice, Place at) {
        Set<String> all = new LinkedHashSet<>();
        for (CaseTree each : choice.getCases()) {
            if (each.getBody() instanceof ExpressionTree value) {
                all.addAll(of(value, at));
            } else {
                new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitYield(YieldTree node, Void unused) {
                        all.addAll(of(node.getValue(), at));
                        return null;
                    }
                }.scan(at.path(), null);
            }
        }
        return all.isEmpty() ? hole() : all;
    }

    private Set<String> selected(MemberSelectTree select, Place at) {
        String owner = select.getExpression().toString();
        String name = select.getIdentifier().toString();
        if (owner.equals("this")) {
            return named(name, at);
        }
        return sources.type(owner.substring(owner.lastIndexOf('.') + 1), at.file())
                .map(type -> field(type.tree(), name, at.deeper(type.file(), type.path(), Map.of())))
                .orElse(hole());
    }

    /** A local variable, a parameter or a field of the classes around. */
    private Set<String> named(String name, Place at) {
        for (TreePath path = at.path(); path != null; path = path.getParentPath()) {
            Tree leaf = path.getLeaf();
            if (leaf instanceof LambdaExpressionTree lambda
                    && lambda.getParameters().stream()
                            .anyMatch(each -> each.getName().contentEquals(name))) {
                return hole();
            }
            if (leaf instanceof MethodTree method) {
                Set<String> local = local(name, method, path, at);
                if (!local.isEmpty()) {
                    return local;
                }
            }
            if (leaf instanceof ClassTree type && has(type, name)) {
                return field(type, name, at.deeper(at.file(), path, Map.of()));
            }
        }
        return hole();
    }

    private static boolean has(ClassTree type, String name) {
        return type.getMembers().stream()
                .anyMatch(member ->
                        member instanceof VariableTree field && field.getName().contentEquals(name));
    }

    private Set<String> field(ClassTree type, String name, Place at) {
        for (Tree member : type.getMembers()) {
            if (member instanceof VariableTree field && field.getName().contentEquals(name)) {
                return field.getInitializer() == null
                        ? hole()
                        : of(field.getInitializer(), at.deeper(at.file(), new TreePath(at.path(), field), Map.of()));
            }
        }
        return hole();
    }

    /** Empty when the method has no such variable. */
    private Set<String> local(String name, MethodTree method, TreePath path, Place at) {
        for (int i = 0; i < method.getParameters().size(); i++) {
            if (method.getParameters().get(i).getName().contentEquals(name)) {
                return at.arguments().containsKey(name) ? of(at.arguments().get(name)) : passed(method, i, at);
            }
        }
        if (method.getBody() == null) {
            return Set.of();
        }
        var found = new LocalValues(name);
        found.scan(new TreePath(path, method.getBody()), null);
        if (!found.declared) {
            return Set.of();
        }
        Set<String> values = new LinkedHashSet<>();
        for (ExpressionTree value : found.values) {
            values.addAll(of(value, at.deeper(at.file(), at.path(), at.arguments())));
        }
        if (values.isEmpty()) {
            values.add("");
        }
        return appended(values, found.appended, "", at);
    }

    /** The value alone, and with all that is appended in the order of the source. */
    private Set<String> appended(Set<String> start, List<ExpressionTree> parts, String separator, Place at) {
        if (parts.isEmpty()) {
            return start;
        }
        Set<String> all = start;
        boolean first = true;
        for (ExpressionTree part : parts) {
            Set<String> value = of(part, at.deeper(at.file(), at.path(), at.arguments()));
            all = cross(first ? all : cross(all, Set.of(separator)), value);
            first = false;
        }
        return union(start, all);
    }

    /** What the callers of a method give for a parameter. */
    private Set<String> passed(MethodTree method, int index, Place at) {
        Set<String> all = new LinkedHashSet<>();
        for (var call : sources.calls(
                method.getName().toString(), method.getParameters().size(), at.file())) {
            all.addAll(of(call.tree().getArguments().get(index), at.deeper(call.file(), call.path(), Map.of())));
        }
        return all.isEmpty() ? hole() : all;
    }

    private Set<String> called(MethodInvocationTree call, Place at) {
        String method = JavaSources.methodName(call);
        var arguments = call.getArguments();
        if (call.getMethodSelect() instanceof MemberSelectTree select) {
            ExpressionTree owner = select.getExpression();
            if (method.equals("formatted")) {
                return formatted(of(owner, at), arguments, at);
            }
            if (owner.toString().equals("String") && method.equals("join") && arguments.size() == 2) {
                return joined(of(arguments.get(0), at), arguments.get(1), at);
            }
            if (UNCHANGED.contains(method) && arguments.isEmpty()) {
                return of(owner, at);
            }
            if (method.equals("append") && !arguments.isEmpty()) {
                return cross(of(owner, at), of(arguments.getFirst(), at));
            }
            if (method.equals("replace") && arguments.size() == 2) {
                return replaced(of(owner, at), of(arguments.get(0), at), of(arguments.get(1), at));
            }
            return owner instanceof IdentifierTree type
                            && Character.isUpperCase(type.getName().charAt(0))
                    ? sources.type(type.getName().toString(), at.file())
                            .map(found -> returned(found.tree(), method, arguments, found.file(), found.path(), at))
                            .orElse(hole())
                    : hole();
        }
        for (TreePath path = at.path(); path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof ClassTree type) {
                Set<String> value = returned(type, method, arguments, at.file(), path, at);
                if (!value.equals(hole())) {
                    return value;
                }
            }
        }
        return hole();
    }

    private Set<String> returned(
            ClassTree type,
            String name,
            List<? extends ExpressionTree> arguments,
            SourceFile file,
            TreePath path,
            Place at) {
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method
                    && method.getName().contentEquals(name)
                    && method.getParameters().size() == arguments.size()
                    && method.getBody() != null) {
                Map<String, Given> given = given(method, arguments, at);
                Set<String> all = new LinkedHashSet<>();
                TreePath inside = new TreePath(path, method);
                new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitReturn(ReturnTree node, Void unused) {
                        if (node.getExpression() != null) {
                            all.addAll(of(node.getExpression(), at.deeper(file, getCurrentPath(), given)));
                        }
                        return null;
                    }

                    @Override
                    public Void visitLambdaExpression(LambdaExpressionTree node, Void unused) {
                        return null;
                    }

                    @Override
                    public Void visitClass(ClassTree node, Void unused) {
                        return null;
                    }
                }.scan(new TreePath(inside, method.getBody()), null);
                return all.isEmpty() ? hole() : all;
            }
        }
        return hole();
    }

    private Set<String> formatted(Set<String> patterns, List<? extends ExpressionTree> arguments, Place at) {
        Set<String> all = patterns;
        for (ExpressionTree argument : arguments) {
            Set<String> next = new LinkedHashSet<>();
            for (String value : of(argument, at)) {
                for (String pattern : all) {
                    int blank = pattern.indexOf("%s");
                    next.add(blank < 0 ? pattern : pattern.substring(0, blank) + value + pattern.substring(blank + 2));
                }
            }
            all = next;
        }
        return all;
    }

    private Set<String> joined(Set<String> separators, ExpressionTree list, Place at) {
        if (list instanceof IdentifierTree name) {
            for (TreePath path = at.path(); path != null; path = path.getParentPath()) {
                if (path.getLeaf() instanceof MethodTree method && method.getBody() != null) {
                    var found = new LocalValues(name.getName().toString());
                    found.scan(new TreePath(path, method.getBody()), null);
                    if (found.declared && !found.appended.isEmpty()) {
                        var all = appended(
                                Set.of(""),
                                found.appended,
                                separators.iterator().next(),
                                at);
                        all.remove("");
                        return all;
                    }
                }
            }
        }
        return hole();
    }

    private static Set<String> replaced(Set<String> texts, Set<String> olds, Set<String> news) {
        Set<String> all = new LinkedHashSet<>();
        texts.forEach(text -> olds.forEach(old -> news.forEach(by -> all.add(text.replace(old, by)))));
        return all;
    }

    private static Set<String> hole() {
        return Set.of(String.valueOf(HOLE));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }

    private static Set<String> cross(Set<String> left, Set<String> right) {
        Set<String> all = new LinkedHashSet<>();
        for (String start : left) {
            for (String end : right) {
                if (all.size() < MOST) {
                    all.add(start + end);
                }
            }
        }
        return all;
    }
}
