package fr.educentre.assidu.training.management;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A thing of the centre that people keep; its content is put in place as a whole. */
@MappedSuperclass
abstract class ManagedEntity<C> {

    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Integer version;

    abstract C content();

    abstract void put(C content);

    void identify(UUID key) {
        id = key;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version == null ? 0 : version;
    }
}
