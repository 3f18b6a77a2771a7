package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.workflow.TaskKind;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The kinds of task that a module speaks for. They are asked for late: the engine reads its processes before they are made. */
@Component
class TaskKinds {

    private final SingletonSupplier<Map<String, TaskKind>> byKey;

    TaskKinds(ObjectProvider<TaskKind> kinds) {
        this.byKey = SingletonSupplier.of(() -> kinds.stream().collect(Collectors.toMap(TaskKind::key, kind -> kind)));
    }

    /** @param key definition key of the user task */
    Optional<TaskKind> find(String key) {
        return Optional.ofNullable(byKey.obtain().get(key));
    }
}
