package fr.educentre.assidu.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.educentre.assidu.AssiduApplication;
import fr.educentre.assidu.shell.DemoStep;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.NightlyTask;
import fr.educentre.assidu.workflow.TaskKind;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;

/**
 * A method writes when its transaction is not read-only, or when its code reaches a statement that changes something: an update
 * through JDBC, a save of Hibernate, a command of the process engine. Each such public method of a module's API says who may
 * call it.
 */
@AssiduIT
class EveryWriteIsDecidedIT {

    private static final String OURS = "fr.educentre.assidu.";

    /** Called by their owner alone, whose own API is looked at: jobs and tasks of processes. */
    private static final List<Class<?>> PLUGS =
            List.of(DurableJobHandler.class, NightlyTask.class, TaskKind.class, DemoStep.class);

    /**
     * Whoever may do a thing may, and must, have it written down; the writer of batches sends the statements of the method
     * that calls it.
     */
    private static final Set<String> DECIDED_BY_ITS_CALLER = Set.of(
            "journal.ChainedJournal.record",
            "access.ActorJournal.record",
            "access.ActorJournal.recordBy",
            "jdbc.BatchWriter.write");

    private final AnnotationTransactionAttributeSource transactions = new AnnotationTransactionAttributeSource();

    @Autowired
    ApplicationContext context;

    @Test
    void every_public_method_of_an_API_that_writes_says_who_may_call_it() {
        JavaClasses code = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackagesOf(AssiduApplication.class);
        Set<String> writers = writers(code);
        var undecided = new TreeSet<String>();
        services()
                .forEach(type -> methods(type)
                        .filter(method -> isWritingTransaction(method, type) || reaches(writers, type, method))
                        .filter(method -> MethodDecision.of(method, type) == null)
                        .map(method -> type.getName().substring(OURS.length()) + '.' + method.getName())
                        .filter(name -> !DECIDED_BY_ITS_CALLER.contains(name))
                        .forEach(undecided::add));
        assertThat(undecided).as("writes that nobody decided").isEmpty();
    }

    private Stream<Class<?>> services() {
        return Arrays.stream(context.getBeanDefinitionNames())
                .filter(name -> context.containsBean(name) && context.isSingleton(name))
                .map(context::getBean)
                .<Class<?>>map(AopUtils::getTargetClass)
                .filter(type -> type.getName().startsWith(OURS))
                .filter(type -> !type.getPackageName().startsWith(OURS + "testing"))
                .filter(type -> !AnnotatedElementUtils.hasAnnotation(type, Controller.class))
                .filter(type -> !AnnotatedElementUtils.hasAnnotation(type, Configuration.class))
                .distinct();
    }

    /**
     * Public methods of interfaces and public classes in a module's own package, of those that its screens, calls and processes
     * use, and of classes that decide for some method.
     */
    private static Stream<Method> methods(Class<?> type) {
        boolean whole =
                isApi(type) || Arrays.stream(type.getMethods()).anyMatch(m -> MethodDecision.of(m, type) != null);
        Stream<Method> own = whole ? Arrays.stream(type.getDeclaredMethods()) : Stream.empty();
        Stream<Method> said = Stream.of(org.springframework.util.ClassUtils.getAllInterfacesForClass(type))
                .filter(EveryWriteIsDecidedIT::isApi)
                .filter(face -> !PLUGS.contains(face))
                .flatMap(face -> Arrays.stream(face.getMethods()));
        return Stream.concat(own, said)
                .map(method -> AopUtils.getMostSpecificMethod(method, type))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isBridge() && !method.isSynthetic())
                .filter(method -> !AnnotatedElementUtils.hasAnnotation(method, EventListener.class))
                .filter(method ->
                        PLUGS.stream().noneMatch(plug -> plug.isAssignableFrom(type) && answers(plug, type, method)))
                .distinct();
    }

    /** Also where the interface has a parameter of a type that the class chooses. */
    private static boolean answers(Class<?> plug, Class<?> type, Method method) {
        return Arrays.stream(plug.getMethods())
                .map(one -> AopUtils.getMostSpecificMethod(one, type))
                .anyMatch(method::equals);
    }

    private static boolean isApi(Class<?> type) {
        return type.getName().startsWith(OURS)
                && Modifier.isPublic(type.getModifiers())
                && type.getPackageName().matches("fr\\.educentre\\.assidu\\.[a-z]+(\\.internal)?");
    }

    private boolean isWritingTransaction(Method method, Class<?> type) {
        var attribute = transactions.getTransactionAttribute(method, type);
        return attribute != null && !attribute.isReadOnly();
    }

    private static boolean reaches(Set<String> writers, Class<?> type, Method method) {
        return writers.contains(signature(
                method.getDeclaringClass().getName(),
                method.getName(),
                Arrays.stream(method.getParameterTypes()).map(Class::getName).toList()));
    }

    private static String signature(String type, String name, List<String> parameters) {
        return type + '#' + name + parameters;
    }

    /** From the statements back to all that call them, through interfaces to their implementations. */
    private static Set<String> writers(JavaClasses code) {
        Map<String, Set<String>> callers = new HashMap<>();
        Deque<String> todo = new ArrayDeque<>();
        for (var type : code) {
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                String caller = id(unit);
                unit.getMethodCallsFromSelf().forEach(call -> {
                    var target = call.getTarget();
                    String owner = target.getOwner().getName();
                    if (isStatement(target.getOwner().reflect(), owner, target.getName())) {
                        todo.add(caller);
                    } else if (owner.startsWith(OURS)) {
                        callers.computeIfAbsent(
                                        signature(
                                                owner,
                                                target.getName(),
                                                target.getRawParameterTypes().stream()
                                                        .map(p -> p.getName())
                                                        .toList()),
                                        key -> new HashSet<>())
                                .add(caller);
                    }
                });
                if (unit instanceof JavaMethod method) {
                    overridden(method)
                            .forEach(above -> callers.computeIfAbsent(caller, key -> new HashSet<>())
                                    .add(above));
                }
            }
        }
        Set<String> found = new HashSet<>();
        while (!todo.isEmpty()) {
            String writer = todo.pop();
            if (found.add(writer)) {
                todo.addAll(callers.getOrDefault(writer, Set.of()));
            }
        }
        return found;
    }

    private static String id(JavaCodeUnit unit) {
        return signature(
                unit.getOwner().getName(),
                unit.getName(),
                unit.getRawParameterTypes().stream().map(p -> p.getName()).toList());
    }

    private static Stream<String> overridden(JavaMethod method) {
        var owner = method.getOwner();
        return Stream.concat(owner.getAllRawInterfaces().stream(), owner.getAllRawSuperclasses().stream())
                .filter(above -> above.getName().startsWith(OURS))
                .flatMap(above -> above
                        .tryGetMethod(
                                method.getName(),
                                method.getRawParameterTypes().stream()
                                        .map(p -> p.getName())
                                        .toArray(String[]::new))
                        .stream())
                .map(EveryWriteIsDecidedIT::id);
    }

    private static boolean isStatement(Class<?> type, String owner, String name) {
        if (Repository.class.isAssignableFrom(type)) {
            return name.startsWith("save") || name.startsWith("delete") || name.equals("flush");
        }
        return switch (owner) {
            case "org.springframework.jdbc.core.simple.JdbcClient$StatementSpec" -> name.equals("update");
            case "org.springframework.jdbc.core.JdbcTemplate",
                    "org.springframework.jdbc.core.JdbcOperations",
                    "org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate",
                    "org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations" ->
                name.equals("update") || name.equals("batchUpdate") || name.equals("execute");
            case "org.camunda.bpm.engine.RuntimeService",
                    "org.camunda.bpm.engine.TaskService",
                    "org.camunda.bpm.engine.ManagementService" -> !name.startsWith("create") && !name.startsWith("get");
            case "org.postgresql.copy.CopyManager" -> name.startsWith("copyIn");
            default -> false;
        };
    }
}
