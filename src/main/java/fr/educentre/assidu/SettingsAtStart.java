package fr.educentre.assidu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * In production nothing starts by accident, nor stops somewhere within: settings that are missing or cannot be used are named
 * before anything is built, each in a sentence with what to give.
 */
class SettingsAtStart implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    static final int UNUSABLE = 2;

    /** Said by whatever brings a database, a mail server and keys of its own. */
    private static final String SELF_CONTAINED = "assidu.self-contained";

    private static final Logger LOG = LoggerFactory.getLogger(SettingsAtStart.class);

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        if (selfContained(environment)) {
            return;
        }
        List<String> problems = problems(environment);
        if (!problems.isEmpty()) {
            problems.forEach(System.err::println);
            System.exit(UNUSABLE);
        }
        unknown(environment).forEach(name -> LOG.warn("Réglage inconnu, ignoré / unknown setting, ignored: {}", name));
    }

    static boolean selfContained(ConfigurableEnvironment environment) {
        return "true".equals(environment.getProperty(SELF_CONTAINED));
    }

    /** What is missing, all in one message; else what cannot be used, a sentence each. */
    static List<String> problems(ConfigurableEnvironment environment) {
        List<Setting> missing = Setting.ALL.stream()
                .filter(Setting::required)
                .filter(setting -> value(environment, setting.key()).isBlank())
                .toList();
        return missing.isEmpty() ? unusable(environment) : List.of(message(missing));
    }

    private static List<String> unusable(ConfigurableEnvironment environment) {
        List<String> sentences = new ArrayList<>();
        for (Setting setting : Setting.ALL) {
            given(environment, setting).forEach((key, value) -> {
                if (!value.isBlank() && !setting.kind().accepts(value)) {
                    sentences.add(sentence(key, setting.kind(), value));
                }
            });
        }
        return sentences;
    }

    private static Map<String, String> given(ConfigurableEnvironment environment, Setting setting) {
        if (!setting.several()) {
            return Map.of(setting.key(), value(environment, setting.key()));
        }
        if (!setting.key().endsWith(".*")) {
            return Map.of();
        }
        String prefix = setting.key().substring(0, setting.key().length() - 2);
        return Binder.get(environment)
                .bind(prefix, Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(one -> prefix + "." + one.getKey(), Map.Entry::getValue));
    }

    private static String value(ConfigurableEnvironment environment, String key) {
        return environment.getProperty(key, "");
    }

    private static String message(List<Setting> missing) {
        var text = new StringBuilder("Assidu ne démarre pas, il manque / Assidu does not start, missing:\n");
        missing.forEach(setting -> text.append("  ")
                .append(Setting.variable(setting.key()))
                .append("  (")
                .append(setting.key())
                .append(") : ")
                .append(setting.purpose())
                .append('\n'));
        return text.append("Réglages expliqués / settings explained: src/docs/operations/README.md")
                .toString();
    }

    private static String sentence(String key, SettingKind kind, String value) {
        return "Assidu ne démarre pas / Assidu does not start: " + Setting.variable(key) + " (" + key + ")"
                + (kind.secret() ? "" : " = « " + value.replaceAll("\\p{Cntrl}", " ") + " »")
                + " ne convient pas, donnez / cannot be used, give: " + kind.remedy() + ".";
    }

    /** Named like ours, and read by nobody. */
    static List<String> unknown(ConfigurableEnvironment environment) {
        var names = new TreeSet<String>();
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> Setting.variable(name).startsWith("ASSIDU_"))
                .filter(name -> Setting.ALL.stream().noneMatch(setting -> setting.named(name)))
                .forEach(names::add);
        return List.copyOf(names);
    }
}
