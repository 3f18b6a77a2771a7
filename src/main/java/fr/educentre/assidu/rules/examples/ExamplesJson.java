package fr.educentre.assidu.rules.examples;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.educentre.assidu.rules.RuleExample;
import jakarta.persistence.AttributeConverter;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Examples as they are kept with their version: what they do not tell is left out. */
public class ExamplesJson implements AttributeConverter<List<RuleExample>, String> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();
    private static final TypeReference<List<RuleExample>> EXAMPLES = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<RuleExample> examples) {
        return JSON.writeValueAsString(examples);
    }

    @Override
    public List<RuleExample> convertToEntityAttribute(String column) {
        return List.copyOf(JSON.readValue(column, EXAMPLES));
    }
}
