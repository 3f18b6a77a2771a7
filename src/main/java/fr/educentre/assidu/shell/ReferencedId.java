package fr.educentre.assidu.shell;

import java.util.UUID;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;

/** The key of something named: by itself, or as answers write it, an object that has it as its {@code id}. */
public class ReferencedId extends ValueDeserializer<UUID> {

    @Override
    public UUID deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            JsonNode named = context.readTree(json);
            return context.readTreeAsValue(named.path("id"), UUID.class);
        }
        return context.readValue(json, UUID.class);
    }
}
