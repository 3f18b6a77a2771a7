package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.records.ManagedEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

@Entity
class LearnerGroup extends ManagedEntity<GroupContent> {

    @Embedded
    private GroupFields fields;

    @ElementCollection
    @CollectionTable(name = "group_period", joinColumns = @JoinColumn(name = "group_id"))
    @OrderBy("from")
    private List<CompanyPeriod> companyPeriods = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected LearnerGroup() {}

    @Override
    protected GroupContent content() {
        return new GroupContent(fields, companyPeriods);
    }

    @Override
    protected void put(GroupContent content) {
        fields = content.fields();
        companyPeriods.clear();
        companyPeriods.addAll(content.companyPeriods());
    }
}
