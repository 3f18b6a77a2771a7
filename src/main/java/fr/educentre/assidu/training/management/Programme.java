package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.records.ChildRecord;
import fr.educentre.assidu.access.records.ManagedEntity;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

@Entity
class Programme extends ManagedEntity<ProgrammeContent> {

    @Embedded
    private ProgrammeFields fields;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "programme_id", nullable = false, updatable = false)
    private List<ProgrammeModule> modules = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Programme() {}

    @Override
    protected ProgrammeContent content() {
        return new ProgrammeContent(
                fields,
                modules.stream()
                        .sorted(Comparator.comparingInt(ProgrammeModule::position))
                        .map(ProgrammeModule::content)
                        .toList());
    }

    @Override
    protected void put(ProgrammeContent content) {
        fields = content.fields();
        ChildRecord.put(modules, content.modules(), ModuleContent::id, ProgrammeModule::new);
    }
}
