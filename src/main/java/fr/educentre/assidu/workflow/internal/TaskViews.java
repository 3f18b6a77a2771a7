package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.access.Accounts;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.workflow.TaskKind;
import fr.educentre.assidu.workflow.TaskKind.Card;
import fr.educentre.assidu.workflow.TaskList.TaskView;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tasks with what a person needs to decide; the number of statements does not grow with that of the tasks. */
@Component
class TaskViews {

    private final RuntimeService runtime;
    private final Accounts accounts;
    private final Texts texts;
    private final DueDates dueDates;
    private final TaskKinds kinds;

    TaskViews(RuntimeService runtime, Accounts accounts, Texts texts, DueDates dueDates, TaskKinds kinds) {
        this.runtime = runtime;
        this.accounts = accounts;
        this.texts = texts;
        this.dueDates = dueDates;
        this.kinds = kinds;
    }

    TaskKind kindOf(Task task) {
        return kinds.find(task.getTaskDefinitionKey()).orElseGet(() -> new Unknown(task.getName()));
    }

    List<TaskView> of(Actor actor, List<Task> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        Map<String, Map<String, Object>> variables = variables(tasks);
        Map<String, String> holders = accounts.names(tasks.stream()
                .map(OfferedTasks::username)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<String, List<Task>> byKind = tasks.stream()
                .collect(Collectors.groupingBy(Task::getTaskDefinitionKey, LinkedHashMap::new, Collectors.toList()));
        Map<String, TaskView> views = new HashMap<>();
        for (List<Task> alike : byKind.values()) {
            TaskKind kind = kindOf(alike.getFirst());
            List<Card> cards = kind.cards(
                    actor,
                    alike.stream()
                            .map(task -> variables.getOrDefault(task.getProcessInstanceId(), Map.of()))
                            .toList());
            for (int i = 0; i < cards.size(); i++) {
                views.put(alike.get(i).getId(), view(alike.get(i), kind, cards.get(i), holders));
            }
        }
        return tasks.stream().map(task -> views.get(task.getId())).toList();
    }

    private Map<String, Map<String, Object>> variables(List<Task> tasks) {
        String[] instances =
                tasks.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new);
        Map<String, Map<String, Object>> found = new HashMap<>();
        for (VariableInstance variable : runtime.createVariableInstanceQuery()
                .processInstanceIdIn(instances)
                .disableBinaryFetching()
                .list()) {
            found.computeIfAbsent(variable.getProcessInstanceId(), id -> new HashMap<>())
                    .put(variable.getName(), variable.getValue());
        }
        return found;
    }

    private TaskView view(Task task, TaskKind kind, Card card, Map<String, String> holders) {
        return new TaskView(
                task.getId(),
                task.getTaskDefinitionKey(),
                texts.get(card.titleKey(), card.titleArguments()),
                new TaskView.TaskDates(task.getCreateTime().toInstant(), dueAt(task, card.learnerId())),
                holder(OfferedTasks.username(task), holders),
                new TaskView.TaskSubject(
                        card.learnerId(), card.justificationId().orElse(null)),
                card.facts(),
                kind.decisions());
    }

    private static TaskView.TaskHolder holder(@Nullable String username, Map<String, String> names) {
        return username == null
                ? TaskView.TaskHolder.NOBODY
                : new TaskView.TaskHolder(username, names.getOrDefault(username, username));
    }

    /** One that was created before all tasks had theirs is due as others are. */
    private Instant dueAt(Task task, @Nullable UUID learner) {
        Date due = task.getDueDate();
        return due == null
                ? dueDates.after(task.getCreateTime().toInstant(), task.getTaskDefinitionKey(), learner)
                : due.toInstant();
    }

    /** A user task that no module speaks for: its name, and that it is done. */
    private record Unknown(String key) implements TaskKind {

        @Override
        public Card card(Actor actor, Map<String, Object> variables) {
            return new Card(key, new Object[0], null, Map.of(), Optional.empty());
        }

        @Override
        public Set<Decision> decisions() {
            return Set.of(Decision.DONE);
        }

        @Override
        public Map<String, Object> decide(
                Actor actor, Map<String, Object> variables, Decision decision, String comment) {
            return Map.of();
        }
    }
}
