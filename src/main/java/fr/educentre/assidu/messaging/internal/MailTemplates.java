package fr.educentre.assidu.messaging.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/**
 * Mails in the centre's own words, else as they ship with Assidu, {@code mail/<key>_<language>.txt}: a version, a subject, a blank line, the text. What
 * fills a blank is text and nothing else: it is never read as a template, and a subject stays on one line.
 */
@Component
class MailTemplates {

    private static final Pattern FILE =
            Pattern.compile("version: (\\d+)\\nsubject: ([^\\n]+)\\n\\n(.+)", Pattern.DOTALL);
    private static final Pattern BLANK = Pattern.compile("\\$\\{(\\w+)");
    private static final Pattern KEY = Pattern.compile("[a-z0-9-]+");
    private static final int LONGEST_SUBJECT = 200;

    private final TemplateEngine engine = new TemplateEngine();
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    private final Own own;

    /** Mails in the centre's own words. */
    interface Own {

        /** The one in force; none where the shipped one is. */
        Optional<WrittenTemplates.Written> latest(String key, String language);
    }

    MailTemplates(Own own) {
        this.own = own;
        var resolver = new StringTemplateResolver();
        resolver.setTemplateMode(TemplateMode.TEXT);
        engine.setTemplateResolver(resolver);
    }

    Rendered render(String key, Locale locale, Map<String, String> values) {
        return render(inForce(key, locale), locale, values, key);
    }

    /** A mail that is not in force yet, in the words of {@link TemplateWords}: those of the shipped one fill it. */
    Rendered tried(String key, Locale locale, String subject, String body, Map<String, String> values) {
        Template shipped = shipped(key, locale);
        return render(written(shipped, shipped.version(), subject, body), locale, values, key);
    }

    /** The shipped mail in the words of {@link TemplateWords}. */
    Words words(String key, Locale locale) {
        Template shipped = shipped(key, locale);
        return new Words(
                shipped.version(),
                TemplateWords.of(shipped.subject()),
                TemplateWords.of(shipped.body()).strip());
    }

    /** Names of the blanks that the mail can fill: its own, and what every mail knows of the centre. */
    Set<String> fillable(String key, Locale locale) {
        Set<String> all = new TreeSet<>(blanks(key, locale));
        all.addAll(CentreNames.BLANKS);
        return all;
    }

    private Template inForce(String key, Locale locale) {
        Template shipped = shipped(key, locale);
        return own.latest(key, locale.getLanguage())
                .map(one -> written(shipped, one.version(), one.subject(), one.body()))
                .orElse(shipped);
    }

    private static Template written(Template shipped, int version, String subject, String body) {
        return new Template(version, TemplateWords.template(subject), TemplateWords.template(body), shipped.blanks());
    }

    private Rendered render(Template template, Locale locale, Map<String, String> values, String key) {
        Set<String> missing = new TreeSet<>(template.blanks());
        missing.removeAll(values.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("Mail " + key + " lacks values for " + missing);
        }
        var lines = new Context(locale);
        var line = new Context(locale);
        values.forEach((name, value) -> {
            lines.setVariable(name, clean(value));
            line.setVariable(name, oneLine(value));
        });
        String subject = oneLine(engine.process(template.subject(), line));
        String body = engine.process(template.body(), lines).replaceAll("\\n{3,}", "\n\n");
        return new Rendered(template.version(), shortened(subject), body.strip() + "\n");
    }

    /** Names of the blanks to fill, the subject's and the text's. */
    Set<String> blanks(String key, Locale locale) {
        return shipped(key, locale).blanks();
    }

    private Template shipped(String key, Locale locale) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("No mail template " + key);
        }
        return templates.computeIfAbsent(key + "_" + locale.getLanguage(), MailTemplates::read);
    }

    private static Template read(String name) {
        var file = new ClassPathResource("mail/" + name + ".txt");
        if (!file.exists()) {
            throw new IllegalArgumentException("No mail template " + name);
        }
        try {
            String text = file.getContentAsString(StandardCharsets.UTF_8).replace("\r\n", "\n");
            Matcher parts = FILE.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException("Mail template " + name + ": version, subject or text is missing");
            }
            Set<String> blanks =
                    BLANK.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toUnmodifiableSet());
            return new Template(Integer.parseInt(parts.group(1)), parts.group(2), parts.group(3), blanks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Line ends stay, other control characters do not. */
    private static String clean(String value) {
        return value.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }

    static String oneLine(String value) {
        return value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static String shortened(String subject) {
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT - 1) + "…";
    }

    record Words(int version, String subject, String body) {}

    record Rendered(int version, String subject, String body) {}

    private record Template(int version, String subject, String body, Set<String> blanks) {}
}
