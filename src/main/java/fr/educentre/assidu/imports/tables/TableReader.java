package fr.educentre.assidu.imports.tables;

import fr.educentre.assidu.imports.tables.TableRefusal.Reason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a file as a table. A delimited text may be read with several separators and a workbook has several sheets: each
 * is offered to the caller, who knows which headings to look for, until one is recognised.
 */
public final class TableReader {

    private static final double MOST_CONTROL = 0.02;
    private static final int LOOKED_AT = 20_000;
    private static final int SHEETS_LOOKED_AT = 30;
    private static final List<Character> SEPARATORS = List.of('\t', ';', ',');

    private final TableBounds bounds;

    public TableReader(TableBounds bounds) {
        this.bounds = bounds;
    }

    /**
     * What the first table that is recognised is; empty when none is.
     *
     * @throws TableRefusal when the file is no table, or one that is too large comes before any that is recognised
     */
    public <T> Optional<T> read(byte[] content, Function<TextTable, Optional<T>> recognise) {
        return switch (FileKind.of(content)) {
            case TEXT -> readText(TextDecoder.decode(content), recognise);
            case WORKBOOK -> readWorkbook(content, recognise);
            case LEGACY_WORKBOOK -> throw new TableRefusal(Reason.LEGACY_WORKBOOK);
            case PDF, PICTURE, DOCUMENT -> throw new TableRefusal(Reason.BINARY);
        };
    }

    /** The same for a text that is decoded. */
    public <T> Optional<T> readText(String text, Function<TextTable, Optional<T>> recognise) {
        if (binary(text)) {
            throw new TableRefusal(Reason.BINARY);
        }
        Declared declared = Declared.of(text);
        var reader = new DelimitedTableReader(text, declared.from(), declared.firstLine(), bounds);
        TableRefusal refused = null;
        for (char separator : declared.separators()) {
            try {
                Optional<T> recognised = recognise.apply(reader.read(separator));
                if (recognised.isPresent()) {
                    return recognised;
                }
            } catch (TableRefusal refusal) {
                // perhaps only by the wrong separator
                refused = refused == null ? refusal : refused;
            }
        }
        if (refused != null) {
            throw refused;
        }
        return Optional.empty();
    }

    private <T> Optional<T> readWorkbook(byte[] content, Function<TextTable, Optional<T>> recognise) {
        var archive = new WorkbookArchive(content);
        WorkbookParts parts = WorkbookParts.of(archive);
        if (parts.sheets().isEmpty()) {
            throw new TableRefusal(Reason.UNREADABLE_WORKBOOK);
        }
        var strings = new SharedStrings(bounds.cells());
        var styles = new WorkbookStyles();
        if (parts.sharedStrings() != null) {
            archive.read(parts.sharedStrings(), strings);
        }
        if (parts.styles() != null) {
            archive.read(parts.styles(), styles);
        }
        var numbers = new NumberText(styles, parts.from1904());
        for (String sheet : parts.sheets()
                .subList(0, Math.min(SHEETS_LOOKED_AT, parts.sheets().size()))) {
            var rows = new TableRows(bounds);
            archive.read(sheet, new SheetHandler(rows, strings, numbers::text));
            Optional<T> recognised = recognise.apply(rows.table());
            if (recognised.isPresent()) {
                return recognised;
            }
        }
        return Optional.empty();
    }

    private static boolean binary(String text) {
        long control = text.chars()
                .limit(LOOKED_AT)
                .filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r')
                .count();
        return text.indexOf('\0') >= 0 || control > Math.min(text.length(), LOOKED_AT) * MOST_CONTROL;
    }

    /** How a text is separated: as its first line says ({@code sep=;}, which is no row then), else as it may be. */
    private record Declared(Set<Character> separators, int from, int firstLine) {

        private static final String SEP = "sep=";
        private static final String DECLARED = ";,\t|:^~";

        static Declared of(String text) {
            Set<Character> separators = new LinkedHashSet<>();
            int end = 0;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            String first = text.substring(0, Math.min(end, 2 * SEP.length())).replace("\"", "");
            boolean declared = first.toLowerCase(Locale.ROOT).startsWith(SEP) && first.length() > SEP.length();
            if (declared && DECLARED.indexOf(first.charAt(SEP.length())) >= 0) {
                separators.add(first.charAt(SEP.length()));
                end += text.startsWith("\r\n", end) ? 2 : Math.min(1, text.length() - end);
            } else {
                end = 0;
            }
            SEPARATORS.stream().filter(one -> text.indexOf(one) >= 0).forEach(separators::add);
            if (separators.isEmpty()) {
                separators.add(';');
            }
            return new Declared(separators, end, end == 0 ? 1 : 2);
        }
    }
}
