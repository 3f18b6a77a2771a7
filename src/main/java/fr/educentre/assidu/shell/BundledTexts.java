package fr.educentre.assidu.shell;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

@Component
class BundledTexts implements Texts {

    private final ReaderLocale reader;
    private final Map<String, String> french = load("fr");
    private final Map<String, String> english = load("en");

    BundledTexts(ReaderLocale reader) {
        this.reader = reader;
    }

    @Override
    public String get(String key, Object... arguments) {
        return in(reader.current(), key, arguments);
    }

    @Override
    public Locale language() {
        return reader.current();
    }

    @Override
    public String in(Locale locale, String key, Object... arguments) {
        boolean inEnglish = Texts.english(locale);
        String pattern = inEnglish ? english.get(key) : null;
        if (pattern == null) {
            pattern = french.get(key);
        }
        if (pattern == null) {
            return key;
        }
        return ReaderFormats.oneNoBreakSpace(
                new MessageFormat(pattern, inEnglish ? Locale.ENGLISH : Locale.FRANCE).format(arguments));
    }

    Set<String> keys(Locale locale) {
        return Set.copyOf((Locale.ENGLISH.equals(locale) ? english : french).keySet());
    }

    private static Map<String, String> load(String language) {
        Map<String, String> all = new HashMap<>();
        try {
            var resources = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:i18n/*_" + language + ".properties");
            for (var resource : resources) {
                var bundle = new Properties();
                try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    bundle.load(reader);
                }
                bundle.forEach((key, value) -> all.put((String) key, (String) value));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
