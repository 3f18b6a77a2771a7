package fr.educentre.assidu.imports.tables;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One table in each of the shapes in which spreadsheets save it. Cells are texts, or dates with or without a time. */
public final class FileShapes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");
    private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);

    private FileShapes() {}

    /** The shapes by their names; the first is the plainest. */
    public static Map<String, byte[]> of(List<List<Object>> table) {
        List<List<Object>> titled = new ArrayList<>();
        titled.add(List.of("Session d’automne 2026"));
        titled.add(List.of());
        titled.addAll(table);
        Map<String, byte[]> shapes = new LinkedHashMap<>();
        shapes.put("lines ended by LF", utf8(text(table, ";", "\n")));
        shapes.put("lines ended by CR LF", utf8(text(table, ";", "\r\n")));
        shapes.put("lines ended by CR", utf8(text(table, ";", "\r")));
        shapes.put("no end of the last line", utf8(text(table, ";", "\n").strip()));
        shapes.put("commas", utf8(text(table, ",", "\n")));
        shapes.put("sep=;", utf8("sep=;\r\n" + text(table, ";", "\n")));
        shapes.put("sep= quoted, any case", utf8("\"SEP=,\"\r\n" + text(table, ",", "\r\n")));
        shapes.put("sep=| and a mark", utf8("\uFEFFsep=|\r\n" + text(table, "|", "\r\n")));
        shapes.put("Texte Unicode", ("\uFEFF" + text(table, "\t", "\r\n")).getBytes(StandardCharsets.UTF_16LE));
        shapes.put(
                "UTF-16, the other order", ("\uFEFF" + text(table, "\t", "\r\n")).getBytes(StandardCharsets.UTF_16BE));
        shapes.put("UTF-16 without a mark", text(table, ";", "\r\n").getBytes(StandardCharsets.UTF_16LE));
        shapes.put("UTF-8 with a mark", utf8("\uFEFF" + text(table, ";", "\r\n")));
        shapes.put("Windows-1252", text(table, ";", "\r\n").getBytes(Charset.forName("windows-1252")));
        shapes.put("a title line above", utf8(text(titled, ";", "\r\n")));
        shapes.put("no-break spaces and marks", utf8(text(table, "\u00A0;\u200B", "\n")));
        shapes.put("workbook from 1900", workbook(table, false));
        shapes.put("workbook from 1904", workbook(table, true));
        shapes.put("workbook with a title line", workbook(titled, false));
        shapes.put(
                "workbook, on its second sheet",
                book(false)
                        .sheet(rows(
                                List.of(List.of("Consignes"), List.of("Ne remplir que les cases blanches")), FROM_1900))
                        .sheet(rows(table, FROM_1900))
                        .bytes());
        return shapes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(List<List<Object>> table, String separator, String end) {
        int columns = table.stream().mapToInt(List::size).max().orElse(0);
        return table.stream()
                .map(row -> row.stream().map(FileShapes::written).collect(Collectors.joining(separator))
                        + separator.repeat(columns - row.size()))
                .collect(Collectors.joining(end, "", end));
    }

    private static String written(Object cell) {
        return switch (cell) {
            case LocalDate day -> DAY.format(day);
            case LocalDateTime moment -> MOMENT.format(moment);
            default -> cell.toString();
        };
    }

    private static byte[] workbook(List<List<Object>> table, boolean from1904) {
        return book(from1904)
                .sheet(rows(table, from1904 ? FROM_1904 : FROM_1900))
                .bytes();
    }

    private static RawWorkbook book(boolean from1904) {
        RawWorkbook book = new RawWorkbook().formats("General", "dd/mm/yyyy", "dd/mm/yyyy hh:mm");
        return from1904 ? book.from1904() : book;
    }

    private static String rows(List<List<Object>> table, LocalDate first) {
        var xml = new StringBuilder();
        for (int i = 0; i < table.size(); i++) {
            xml.append("<row r='").append(i + 1).append("'>");
            table.get(i).forEach(cell -> xml.append(cell(cell, first)));
            xml.append("</row>");
        }
        return xml.toString();
    }

    private static String cell(Object cell, LocalDate first) {
        return switch (cell) {
            case LocalDate day -> "<c s='1'><v>" + (day.toEpochDay() - first.toEpochDay()) + "</v></c>";
            case LocalDateTime moment ->
                "<c s='2'><v>" + Duration.between(first.atStartOfDay(), moment).toMinutes() / 1440.0 + "</v></c>";
            default -> "<c t='inlineStr'><is><t>" + cell + "</t></is></c>";
        };
    }
}
