package fr.educentre.assidu.shell.ui;

import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a field holds, in words. */
final class FieldWords {

    private final Texts texts;

    FieldWords(Texts texts) {
        this.texts = texts;
    }

    String of(FormField field, @Nullable Object value) {
        return value == null || "".equals(value) || List.of().equals(value) ? "–" : words(field, value);
    }

    private String words(FormField field, Object value) {
        return switch (field) {
            case FormField.Flag flag -> texts.get(Boolean.TRUE.equals(value) ? "manage.yes" : "manage.no");
            case FormField.Minutes minutes ->
                value instanceof Number number ? ReaderFormats.duration(number.longValue()) : String.valueOf(value);
            case FormField.Day day -> ReaderFormats.date(LocalDate.parse(String.valueOf(value)), texts.language());
            case FormField.Moment moment -> MomentText.words(value, texts);
            case FormField.Choices choices ->
                choices.options().stream()
                        .filter(option -> value instanceof List<?> many && many.contains(option.value()))
                        .map(FormField.Option::label)
                        .collect(Collectors.joining(", "));
            case FormField.Choice choice ->
                choice.options().stream()
                        .filter(option -> option.value().equals(value))
                        .map(FormField.Option::label)
                        .findFirst()
                        .orElse(String.valueOf(value));
            case FormField.Lookup lookup -> lookup.finder().label(String.valueOf(value));
            case FormField.Lookups lookups ->
                ((List<?>) value)
                        .stream()
                                .map(one -> lookups.finder().label(String.valueOf(one)))
                                .sorted()
                                .collect(Collectors.joining(", "));
            case FormField.Rows rows -> rows(rows, value);
            case FormField.Lines lines ->
                ((List<?>) value).stream().map(String::valueOf).collect(Collectors.joining(", "));
            default -> String.valueOf(value);
        };
    }

    private String rows(FormField.Rows rows, Object value) {
        List<String> lines = new ArrayList<>();
        if (value instanceof Iterable<?> many) {
            for (Object one : many) {
                if (one instanceof Map<?, ?> values) {
                    lines.add(rows.fields().stream()
                            .filter(field -> values.get(field.name()) != null && !"".equals(values.get(field.name())))
                            .map(field -> of(field, values.get(field.name())))
                            .collect(Collectors.joining(", ")));
                }
            }
        }
        return String.join(" ; ", lines);
    }
}
