package fr.educentre.assidu.training.management;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;

@Entity
class Referent extends ManagedEntity<ReferentContent> {

    @Embedded
    private ReferentContent content;

    @SuppressWarnings("NullAway.Init")
    protected Referent() {}

    @Override
    ReferentContent content() {
        return content;
    }

    @Override
    void put(ReferentContent content) {
        this.content = content;
    }
}
