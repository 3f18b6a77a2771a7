package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.imports.evidence.SignInColumns.Field;
import fr.educentre.assidu.imports.tables.TableRow;
import fr.educentre.assidu.imports.tables.TextTable;
import fr.educentre.assidu.shell.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a partner's files mean, as a person explained it.
 *
 * @param headings as they stand in the file
 * @param columns our field, by {@link #fields() its name}, to the heading that holds it
 * @param dateFormat pattern of dates, null where they are read as usual; {@code timeFormat} of times of the day and
 *     {@code momentFormat} of dates with times likewise
 * @param statusWords the partner's words to PRESENT, LATE, LEFT_EARLY, ABSENT, EXCUSED, or {@link #NOTHING}
 */
public record SheetMapping(
        List<String> headings,
        Map<String, String> columns,
        @Nullable String dateFormat,
        @Nullable String timeFormat,
        @Nullable String momentFormat,
        Map<String, String> statusWords) {

    /** A status word that says nothing: not signed yet. */
    public static final String NOTHING = "NOTHING";

    private static final int HEADER_WITHIN = 20;
    private static final int MOST = 100;
    private static final int LONGEST = 1000;

    public SheetMapping {
        headings = List.copyOf(headings);
        columns = Map.copyOf(columns);
        statusWords = Map.copyOf(statusWords);
    }

    /** Names of our fields, in the order of a sheet. */
    public static List<String> fields() {
        return Arrays.stream(Field.values()).map(Field::key).toList();
    }

    /** The statuses a word can stand for. */
    public static List<String> statuses() {
        List<String> all = new ArrayList<>(
                Arrays.stream(SignInVocabulary.Status.values()).map(Enum::name).toList());
        all.add(NOTHING);
        return all;
    }

    /** The field a heading stands for in sheets we know, the status of a word that sheets use. */
    public static Optional<String> usualField(String heading) {
        return Field.headed(heading).map(Field::key);
    }

    public static Optional<String> usualStatus(String word) {
        return Optional.ofNullable(SignInVocabulary.status(word)).map(Enum::name);
    }

    /** The same for headings that differ in accents, case or spaces alone. */
    public static String fingerprint(List<String> headings) {
        List<String> labels =
                new ArrayList<>(headings.stream().map(TableRow::label).toList());
        while (!labels.isEmpty() && labels.getLast().isEmpty()) {
            labels.removeLast();
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(String.join("\u001F", labels).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public String fingerprint() {
        return fingerprint(headings);
    }

    /** @throws Refusal INVALID, naming what is to be corrected */
    public void require() {
        if (headings.isEmpty()
                || headings.size() > MOST
                || statusWords.size() > MOST
                || headings.stream().anyMatch(heading -> heading.length() > LONGEST)) {
            throw Refusal.invalid("refusal.mapping.headings", MOST);
        }
        columns.forEach((field, heading) -> {
            if (Field.of(field).isEmpty()) {
                throw Refusal.invalid("refusal.mapping.field", field);
            }
            if (place(heading) < 0) {
                throw Refusal.invalid("refusal.mapping.heading", heading);
            }
        });
        statusWords.forEach((word, status) -> {
            if (!statuses().contains(status)) {
                throw Refusal.invalid("refusal.mapping.status", status);
            }
        });
        PartnerDateTimeNormalizer.of(this);
        if (SignInColumns.of(header(1)).isEmpty()) {
            throw Refusal.invalid("refusal.mapping.incomplete");
        }
    }

    /** The rows under our own headings, from the one that a mapping is known for. Empty when none is. */
    static Optional<TextTable> applied(TextTable grid, SheetMappings mappings) {
        List<TableRow> rows = grid.rows();
        for (int i = 0; i < Math.min(HEADER_WITHIN, rows.size()); i++) {
            if (rows.get(i).cells().stream().filter(cell -> !cell.isBlank()).count() < 2) {
                continue;
            }
            Optional<SheetMapping> mapping = mappings.of(rows.get(i).cells());
            if (mapping.isPresent()) {
                return Optional.of(mapping.get().translated(rows.get(i), rows.subList(i + 1, rows.size())));
            }
        }
        return Optional.empty();
    }

    private TextTable translated(TableRow header, List<TableRow> rows) {
        PartnerDateTimeNormalizer times = PartnerDateTimeNormalizer.of(this);
        Map<String, String> words = statusWords.entrySet().stream()
                .collect(Collectors.toMap(one -> TableRow.label(one.getKey()), Map.Entry::getValue, (a, b) -> a));
        Map<Field, Integer> places = places();
        List<TableRow> translated = new ArrayList<>();
        translated.add(header(header.line()));
        for (TableRow row : rows) {
            List<String> cells = new ArrayList<>();
            places.forEach((field, place) -> {
                String cell = row.cell(place);
                cells.add(field == Field.STATUS ? status(words, cell) : times.iso(field, cell));
            });
            translated.add(new TableRow(row.line(), cells));
        }
        return new TextTable(translated);
    }

    private static String status(Map<String, String> words, String cell) {
        String status = words.get(TableRow.label(cell));
        if (status == null) {
            return cell;
        }
        return status.equals(NOTHING) ? "" : status;
    }

    private TableRow header(int line) {
        return new TableRow(line, places().keySet().stream().map(this::heading).toList());
    }

    /** Ours; of half-days one in the sheet's own language, in which their shorthand is read. */
    private String heading(Field field) {
        return field == Field.HALF_DAY && !SignInColumns.english(columns.getOrDefault(field.key(), ""))
                ? "demi-journee"
                : field.key();
    }

    private Map<Field, Integer> places() {
        Map<Field, Integer> places = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            String heading = columns.get(field.key());
            if (heading != null && place(heading) >= 0) {
                places.put(field, place(heading));
            }
        }
        return places;
    }

    private int place(String heading) {
        return headings.stream().map(TableRow::label).toList().indexOf(TableRow.label(heading));
    }
}
