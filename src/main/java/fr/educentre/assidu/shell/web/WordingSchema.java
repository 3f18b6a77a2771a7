package fr.educentre.assidu.shell.web;

import fr.educentre.assidu.shell.Wording;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes a wording as the text it is in an answer. */
@Component
class WordingSchema implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        Class<?> described = Json.mapper().constructType(type.getType()).getRawClass();
        if (Wording.class.isAssignableFrom(described)) {
            type.setType(String.class);
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }
}
