package fr.educentre.assidu.training.management;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;

@Entity
class Trainer extends ManagedEntity<TrainerContent> {

    @Embedded
    private TrainerContent content;

    @SuppressWarnings("NullAway.Init")
    protected Trainer() {}

    @Override
    TrainerContent content() {
        return content;
    }

    @Override
    void put(TrainerContent content) {
        this.content = content;
    }
}
