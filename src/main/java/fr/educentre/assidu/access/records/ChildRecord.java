package fr.educentre.assidu.access.records;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** A part of a thing that others refer to: it keeps its key while what is said of it changes. */
@MappedSuperclass
public abstract class ChildRecord<C> {

    @Id
    private UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);

    protected abstract void put(C content, int position);

    protected UUID id() {
        return id;
    }

    /**
     * Makes the parts what was given, in that order: one given with the key of a part is that part, the rest are new, parts that
     * were not given go.
     */
    public static <E extends ChildRecord<C>, C> void put(
            List<E> parts, List<C> given, Function<C, @Nullable UUID> key, Supplier<E> fresh) {
        List<E> before = new ArrayList<>(parts);
        List<E> after = new ArrayList<>();
        for (C one : given) {
            UUID known = key.apply(one);
            E part = before.stream()
                    .filter(found -> found.id().equals(known))
                    .findFirst()
                    .orElseGet(fresh);
            before.remove(part);
            part.put(one, after.size());
            after.add(part);
        }
        parts.removeIf(part -> !after.contains(part));
        after.stream().filter(part -> !parts.contains(part)).forEach(parts::add);
    }
}
