package fr.educentre.assidu.shell;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parts of records that calls write flat, among the fields of what holds them. */
final class FlatParts {

    private FlatParts() {}

    static boolean isFlat(Class<?> holder, String part) {
        return component(holder, part)
                .filter(found -> found.getAccessor().isAnnotationPresent(JsonUnwrapped.class))
                .isPresent();
    }

    /** The type of a part, or of its elements where it has many; the holder itself for what is no part. */
    static Class<?> typeOf(Class<?> holder, @Nullable String part) {
        return part == null
                ? holder
                : component(holder, part).<Class<?>>map(FlatParts::element).orElse(holder);
    }

    private static Class<?> element(RecordComponent part) {
        return part.getGenericType() instanceof ParameterizedType many
                        && many.getActualTypeArguments()[0] instanceof Class<?> one
                ? one
                : part.getType();
    }

    private static Optional<RecordComponent> component(Class<?> holder, String part) {
        return holder.isRecord()
                ? Arrays.stream(holder.getRecordComponents())
                        .filter(found -> found.getName().equals(part))
                        .findFirst()
                : Optional.empty();
    }
}
