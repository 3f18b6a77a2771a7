package fr.educentre.assidu.training.management;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;

@Entity
class Funder extends ManagedEntity<FunderContent> {

    @Embedded
    private FunderContent content;

    @SuppressWarnings("NullAway.Init")
    protected Funder() {}

    @Override
    FunderContent content() {
        return content;
    }

    @Override
    void put(FunderContent content) {
        this.content = content;
    }
}
