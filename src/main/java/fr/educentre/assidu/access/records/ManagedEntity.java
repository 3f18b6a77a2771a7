package fr.educentre.assidu.access.records;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A thing of the centre that people keep; its content is put in place as a whole. */
@MappedSuperclass
public abstract class ManagedEntity<C> {

    @Id
    private UUID id = new UUID(0, 0);

    @Version
    private @Nullable Integer version;

    protected abstract C content();

    protected abstract void put(C content);

    public void identify(UUID key) {
        id = key;
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version == null ? 0 : version;
    }
}
