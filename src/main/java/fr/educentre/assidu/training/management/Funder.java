package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.records.ManagedEntity;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;

@Entity
class Funder extends ManagedEntity<FunderContent> {

    @Embedded
    private FunderContent content;

    @SuppressWarnings("NullAway.Init")
    protected Funder() {}

    @Override
    protected FunderContent content() {
        return content;
    }

    @Override
    protected void put(FunderContent content) {
        this.content = content;
    }
}
