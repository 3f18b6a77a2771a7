package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.workflow.TaskList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The most urgent of the reader's tasks. */
@org.springframework.stereotype.Component
class TasksBlock implements HomeBlock {

    private static final int SHOWN = 6;
    private static final String ALL = "taches";

    private final Texts texts;
    private final TaskList tasks;

    TasksBlock(Texts texts, TaskList tasks) {
        this.texts = texts;
        this.tasks = tasks;
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.of(Role.TRAINER, Role.REFERENT, Role.QUALITY_MANAGER);
    }

    @Override
    public int place() {
        return 36;
    }

    @Override
    public boolean wide() {
        return false;
    }

    @Override
    public Look look(Actor actor) {
        List<TaskList.TaskView> mine = tasks.of(actor, 0, SHOWN).items();
        return new Look(
                mine.stream().map(task -> task.id() + task.title()).toList(),
                () -> HomeCards.card(texts, texts.get("overview.home.tasks"), list(mine), ALL));
    }

    private Component list(List<TaskList.TaskView> mine) {
        if (mine.isEmpty()) {
            return new EmptyState(texts.get("overview.home.tasks.empty"), texts.get("overview.home.tasks.empty.text"));
        }
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        mine.forEach(task -> list.add(new ListItem(new Anchor("taches?tache=" + task.id(), task.title()))));
        return list;
    }
}
