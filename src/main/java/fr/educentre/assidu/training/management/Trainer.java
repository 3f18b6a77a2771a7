package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.records.ManagedEntity;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;

@Entity
class Trainer extends ManagedEntity<TrainerContent> {

    @Embedded
    private TrainerContent content;

    @SuppressWarnings("NullAway.Init")
    protected Trainer() {}

    @Override
    protected TrainerContent content() {
        return content;
    }

    @Override
    protected void put(TrainerContent content) {
        this.content = content;
    }
}
