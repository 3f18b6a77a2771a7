package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.workflow.TaskList.KindView;
import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** What the tasks of the processes in use are called. */
@Component
class TaskKindNames {

    private final RepositoryService repository;
    private final ProcessNames names;

    TaskKindNames(RepositoryService repository, ProcessNames names) {
        this.repository = repository;
        this.names = names;
    }

    /** By name. */
    List<KindView> all() {
        Map<String, KindView> found = new LinkedHashMap<>();
        for (ProcessDefinition process :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            repository
                    .getBpmnModelInstance(process.getId())
                    .getModelElementsByType(UserTask.class)
                    .forEach(task ->
                            found.put(task.getId(), new KindView(task.getId(), names.step(process.getKey(), task))));
        }
        return found.values().stream()
                .sorted(Comparator.comparing(KindView::name, Collator.getInstance(Locale.FRENCH)))
                .toList();
    }
}
