package fr.educentre.assidu.messaging.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.messaging.MessageTemplates;
import fr.educentre.assidu.messaging.MessageTemplates.Draft;
import fr.educentre.assidu.messaging.MessageTemplates.Preview;
import fr.educentre.assidu.messaging.MessageTemplates.TemplateView;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.PageOf;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/message-templates")
@AllowedRoles(Role.QUALITY_MANAGER)
@Tag(name = "Messages")
class MessageTemplatesController {

    private static final String FRENCH = "fr";

    private final MessageTemplates templates;

    MessageTemplatesController(MessageTemplates templates) {
        this.templates = templates;
    }

    /** The words of a mail. Those in force where they are left out. */
    record TemplateWords(
            @Nullable String language,
            @Nullable String subject,
            @Nullable String text,
            @Nullable Integer version,
            @Nullable UUID learner) {

        String spoken() {
            return Objects.requireNonNullElse(language, FRENCH);
        }
    }

    @GetMapping
    @Operation(summary = "The words of each mail in both languages, its blanks and its versions")
    PageOf<TemplateView> all() {
        List<TemplateView> all = templates.all();
        return new PageOf<>(all, 0, Math.max(all.size(), PageOf.DEFAULT_SIZE), all.size());
    }

    @GetMapping("/{key}")
    @Operation(summary = "The words of one mail in a language, fr or en")
    TemplateView get(@PathVariable String key, @RequestParam(defaultValue = FRENCH) String language) {
        return templates.get(key, language);
    }

    @PutMapping("/{key}")
    @Operation(
            summary = "Puts words in force for what is written from now on",
            description =
                    "{language, subject, text, version}: a blank is {name}, one of the mail's; version is the one read")
    TemplateView write(@PathVariable String key, @RequestBody TemplateWords words) {
        templates.get(key, words.spoken());
        if (words.version() == null) {
            throw new InvalidContent("version", "check.NotNull");
        }
        return templates.write(
                key,
                words.version(),
                new Draft(
                        words.spoken(),
                        Objects.requireNonNullElse(words.subject(), ""),
                        Objects.requireNonNullElse(words.text(), "")));
    }

    @PostMapping("/{key}/preview")
    @Operation(summary = "How a mail reads, for a learner or with invented values; nothing is kept")
    Preview preview(@PathVariable String key, @RequestBody TemplateWords words) {
        return templates.preview(key, draft(key, words), words.learner());
    }

    @PostMapping("/{key}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Sends the preview to the caller's own address")
    void test(@PathVariable String key, @RequestBody TemplateWords words) {
        templates.test(key, draft(key, words), words.learner());
    }

    private Draft draft(String key, TemplateWords words) {
        MessageTemplates.Words inForce = templates.get(key, words.spoken()).words();
        return new Draft(
                words.spoken(),
                Objects.requireNonNullElse(words.subject(), inForce.subject()),
                Objects.requireNonNullElse(words.text(), inForce.text()));
    }
}
