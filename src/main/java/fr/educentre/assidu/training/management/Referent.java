package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.records.ManagedEntity;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;

@Entity
class Referent extends ManagedEntity<ReferentContent> {

    @Embedded
    private ReferentContent content;

    @SuppressWarnings("NullAway.Init")
    protected Referent() {}

    @Override
    protected ReferentContent content() {
        return content;
    }

    @Override
    protected void put(ReferentContent content) {
        this.content = content;
    }
}
