package fr.educentre.assidu.shell.web;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** In an answer to a call, a wording is a text in the caller's language. */
@JacksonComponent
class WordingJson extends ValueSerializer<Wording> {

    private final Texts texts;

    WordingJson(Texts texts) {
        this.texts = texts;
    }

    @Override
    public void serialize(Wording wording, JsonGenerator json, SerializationContext context) {
        json.writeString(wording.read(texts));
    }
}
