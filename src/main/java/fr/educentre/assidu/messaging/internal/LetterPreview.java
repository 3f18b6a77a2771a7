package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.messaging.Outbox.MessageView.Content;
import fr.educentre.assidu.shell.Texts;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A mail as it would be written now. */
@Component
class LetterPreview {

    private final MailTemplates templates;
    private final CentreNames centre;

    LetterPreview(MailTemplates templates, CentreNames centre) {
        this.templates = templates;
        this.centre = centre;
    }

    Content of(String template, Map<String, String> values) {
        var text = templates.render(template, Texts.FRENCH, centre.added(values));
        return new Content(text.subject(), text.body());
    }
}
