package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.records.ChildRecord;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

@Entity
class ProgrammeModule extends ChildRecord<ModuleContent> {

    private String code;
    private String title;
    private int position;
    private int plannedMinutes;

    @ElementCollection
    @CollectionTable(name = "programme_module_activity", joinColumns = @JoinColumn(name = "module_id"))
    @OrderColumn(name = "position")
    @Column(name = "activity_id")
    private List<String> activityIds = new ArrayList<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected ProgrammeModule() {}

    ModuleContent content() {
        return new ModuleContent(id(), code, title, plannedMinutes, activityIds);
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
        if (!activityIds.equals(content.activityIds())) {
            activityIds.clear();
            activityIds.addAll(content.activityIds());
        }
    }
}
