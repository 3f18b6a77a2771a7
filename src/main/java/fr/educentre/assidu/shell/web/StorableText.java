package fr.educentre.assidu.shell.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * Texts of calls. One with a character that no database keeps as it is (NUL, half of a pair of surrogates) is refused: what is
 * answered would not be what is kept.
 */
final class StorableText extends StringDeserializer {

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (text != null && !isStorable(text)) {
            throw context.weirdStringException(text, String.class, "holds a character that cannot be kept");
        }
        return text;
    }

    static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(character -> character == 0 || Character.getType(character) == Character.SURROGATE);
    }
}
