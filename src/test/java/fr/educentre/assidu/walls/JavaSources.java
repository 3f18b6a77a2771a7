package fr.educentre.assidu.walls;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.ToolProvider;

/** The production source, parsed and not compiled. */
final class JavaSources {

    private static final Path ROOT = Path.of("src/main/java/fr/educentre/assidu");

    /** One file; {@code name} is its path below the base package. */
    record SourceFile(String name, CompilationUnitTree tree) {

        String module() {
            int slash = name.indexOf('/');
            return slash < 0 ? "" : name.substring(0, slash);
        }

        String directory() {
            return name.substring(0, Math.max(0, name.lastIndexOf('/')));
        }

        int line(Tree at, JavaSources sources) {
            long start = sources.trees.getSourcePositions().getStartPosition(tree, at);
            return (int) tree.getLineMap().getLineNumber(start);
        }
    }

    record TypeAt(SourceFile file, ClassTree tree, TreePath path) {}

    record Call(SourceFile file, MethodInvocationTree tree, TreePath path) {}

    private final List<SourceFile> files = new ArrayList<>();
    private final Map<String, List<TypeAt>> types = new HashMap<>();
    private final Map<String, List<Call>> calls = new HashMap<>();
    private final Trees trees;

    JavaSources() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null);
                var walk = Files.walk(ROOT)) {
            var paths = walk.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !ROOT.relativize(path).toString().matches("(.*/)?demo/.*"))
                    .sorted()
                    .toList();
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(paths));
            trees = Trees.instance(task);
            for (CompilationUnitTree tree : task.parse()) {
                String name =
                        ROOT.toUri().relativize(tree.getSourceFile().toUri()).toString();
                var file = new SourceFile(name, tree);
                files.add(file);
                index(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands below these folders, where they are there, and has types. */
    static List<CompilationUnitTree> parse(String... roots) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (String root : roots) {
            if (Files.isDirectory(Path.of(root))) {
                try (var walk = Files.walk(Path.of(root))) {
                    walk.filter(path -> path.toString().endsWith(".java") && !path.endsWith("package-info.java"))
                            .forEach(paths::add);
                }
            }
        }
        List<CompilationUnitTree> trees = new ArrayList<>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(paths));
            task.parse().forEach(trees::add);
        }
        return trees;
    }

    private void index(SourceFile file) {
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree node, Void unused) {
                types.computeIfAbsent(node.getSimpleName().toString(), name -> new ArrayList<>())
                        .add(new TypeAt(file, node, getCurrentPath()));
                return super.visitClass(node, unused);
            }

            @Override
            public Void visitMethodInvocation(MethodInvocationTree node, Void unused) {
                calls.computeIfAbsent(methodName(node), name -> new ArrayList<>())
                        .add(new Call(file, node, getCurrentPath()));
                return super.visitMethodInvocation(node, unused);
            }
        }.scan(file.tree(), null);
    }

    static String methodName(MethodInvocationTree call) {
        return switch (call.getMethodSelect()) {
            case IdentifierTree plain -> plain.getName().toString();
            case MemberSelectTree of -> of.getIdentifier().toString();
            default -> "";
        };
    }

    List<SourceFile> files() {
        return files;
    }

    /** A type by its simple name, the one of the same directory first. */
    Optional<TypeAt> type(String name, SourceFile near) {
        var found = types.getOrDefault(name, List.of());
        return found.stream()
                .filter(one -> one.file().equals(near))
                .findFirst()
                .or(() -> found.stream()
                        .filter(one -> one.file().directory().equals(near.directory()))
                        .findFirst())
                .or(() -> found.stream().findFirst());
    }

    /** The calls by this name in a file, or else in the files beside it. */
    List<Call> calls(String method, int arguments, SourceFile near) {
        var fitting = calls.getOrDefault(method, List.of()).stream()
                .filter(call -> call.tree().getArguments().size() == arguments)
                .toList();
        var own = fitting.stream().filter(call -> call.file().equals(near)).toList();
        return own.isEmpty()
                ? fitting.stream()
                        .filter(call -> call.file().module().equals(near.module()))
                        .toList()
                : own;
    }
}
