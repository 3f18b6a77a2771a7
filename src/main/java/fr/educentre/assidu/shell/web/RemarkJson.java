package fr.educentre.assidu.shell.web;

import fr.educentre.assidu.shell.Texts;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** A remark in the caller's language. */
@JacksonComponent
class RemarkJson extends ValueSerializer<Remark> {

    private final Texts texts;

    RemarkJson(Texts texts) {
        this.texts = texts;
    }

    @Override
    public void serialize(Remark remark, JsonGenerator json, SerializationContext context) {
        json.writeStartObject();
        json.writeStringProperty("field", remark.field());
        json.writeStringProperty(
                "problem", texts.get(remark.problem(), remark.arguments().toArray()));
        json.writeEndObject();
    }
}
