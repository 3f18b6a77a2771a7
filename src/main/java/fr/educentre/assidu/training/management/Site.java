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
class Site extends ManagedEntity<SiteContent> {

    @Embedded
    private SiteFields fields;

    @ElementCollection
    @CollectionTable(name = "site_closure", joinColumns = @JoinColumn(name = "site_id"))
    @OrderBy("from")
    private List<Closure> closures = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Site() {}

    @Override
    protected SiteContent content() {
        return new SiteContent(fields, closures);
    }

    @Override
    protected void put(SiteContent content) {
        fields = content.fields();
        closures.clear();
        closures.addAll(content.closures());
    }
}
