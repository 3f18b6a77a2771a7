package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.shell.Texts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** The module's own bundle, read as the application does, failing on a missing key. */
final class BundleTexts implements Texts {

    private final Properties french = new Properties();

    BundleTexts() {
        try (var in = new InputStreamReader(
                Objects.requireNonNull(BundleTexts.class.getResourceAsStream("/i18n/documents_fr.properties")),
                StandardCharsets.UTF_8)) {
            french.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Locale language() {
        return FRENCH;
    }

    @Override
    public String get(String key, Object... arguments) {
        return in(FRENCH, key, arguments);
    }

    @Override
    public String in(Locale locale, String key, Object... arguments) {
        return new MessageFormat(Objects.requireNonNull(french.getProperty(key), key), Locale.FRANCE).format(arguments);
    }
}
