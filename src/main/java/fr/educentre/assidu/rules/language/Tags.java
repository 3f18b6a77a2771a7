package fr.educentre.assidu.rules.language;

import jakarta.persistence.AttributeConverter;
import java.util.Arrays;
import java.util.List;

/** Words people find rules by; a comma ends one. */
public class Tags implements AttributeConverter<List<String>, String> {

    @Override
    public String convertToDatabaseColumn(List<String> tags) {
        return String.join(",", clean(tags));
    }

    @Override
    public List<String> convertToEntityAttribute(String column) {
        return clean(Arrays.asList(column.split(",")));
    }

    public static List<String> clean(List<String> tags) {
        return tags.stream()
                .flatMap(tag -> Arrays.stream(tag.split(",")))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }
}
