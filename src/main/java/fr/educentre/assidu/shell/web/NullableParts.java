package fr.educentre.assidu.shell.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A part of a record that may be null by its type may be null by its schema. */
final class NullableParts implements ModelConverter {

    private static final String NULL = "null";

    private final ObjectMapper mapper;

    NullableParts(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (resolved != null) {
            JavaType java = mapper.constructType(type.getType());
            if (java.getRawClass().isRecord()) {
                declare(java.getRawClass(), schema(resolved, context));
            }
        }
        return resolved;
    }

    @Override
    public boolean isOpenapi31() {
        return true;
    }

    private static @Nullable Schema<?> schema(Schema<?> resolved, ModelConverterContext context) {
        String reference = resolved.get$ref();
        return reference == null
                ? resolved
                : context.getDefinedModels().get(reference.substring(Components.COMPONENTS_SCHEMAS_REF.length()));
    }

    @SuppressWarnings("rawtypes") // so are the properties of the library's schemas
    private static void declare(Class<?> type, @Nullable Schema<?> schema) {
        Map<String, Schema> properties = schema == null ? null : schema.getProperties();
        if (properties != null) {
            nullable(type).forEach(name -> properties.computeIfPresent(name, (key, one) -> orNull(one)));
        }
    }

    /** Names of parts; those of a part that is written as if its own parts were the whole's, if it may be missing. */
    private static Stream<String> nullable(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(NullableParts::mayBeNull)
                .flatMap(NullableParts::names);
    }

    private static Stream<String> names(RecordComponent part) {
        return part.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                ? Stream.of(part.getType().getRecordComponents()).flatMap(NullableParts::names)
                : Stream.of(part.getName());
    }

    private static boolean mayBeNull(RecordComponent part) {
        return part.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            var either = new JsonSchema();
            either.setName(schema.getName());
            either.setDescription(schema.getDescription());
            either.setAnyOf(
                    List.of(new JsonSchema().$ref(schema.get$ref()), new JsonSchema().types(java.util.Set.of(NULL))));
            return either;
        }
        if (schema.getTypes() != null && !schema.getTypes().contains(NULL)) {
            schema.addType(NULL);
            withNull(schema);
        }
        return schema;
    }

    /** A list of values that leaves null out would forbid it again. */
    private static <T> void withNull(Schema<T> schema) {
        if (schema.getEnum() != null) {
            var values = new ArrayList<@Nullable T>(schema.getEnum());
            values.add(null);
            schema.setEnum(values);
        }
    }
}
