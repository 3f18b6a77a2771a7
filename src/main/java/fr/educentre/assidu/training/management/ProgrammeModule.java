package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.records.ChildRecord;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

@Entity
class ProgrammeModule extends ChildRecord<ModuleContent> {

    private String code;
    private String title;
    private int position;
    private int plannedMinutes;

    @ElementCollection
    @CollectionTable(name = "programme_module_activity", joinColumns = @JoinColumn(name = "module_id"))
    private Set<ActivityPlace> activities = new HashSet<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected ProgrammeModule() {}

    ModuleContent content() {
        return new ModuleContent(id(), code, title, plannedMinutes, activityIds());
    }

    int position() {
        return position;
    }

    @Override
    protected void put(ModuleContent content, int place) {
        code = content.code();
        title = content.title();
        plannedMinutes = content.plannedMinutes();
        position = place + 1;
        if (!activityIds().equals(content.activityIds())) {
            activities.clear();
            for (String activity : content.activityIds()) {
                activities.add(new ActivityPlace(activity, activities.size() + 1));
            }
        }
    }

    private List<String> activityIds() {
        return activities.stream()
                .sorted(Comparator.comparingInt(ActivityPlace::position))
                .map(ActivityPlace::activityId)
                .toList();
    }
}
