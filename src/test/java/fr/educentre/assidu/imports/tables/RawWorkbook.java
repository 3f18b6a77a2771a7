package fr.educentre.assidu.imports.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part: as other programs write them, or as nobody should. */
public final class RawWorkbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder tabs = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private String properties = "";
    private int sheets;

    /** A tab with these rows: the XML between the tags of {@code sheetData}. */
    public RawWorkbook sheet(String rows) {
        return sheet("visible", rows);
    }

    RawWorkbook sheet(String state, String rows) {
        sheets++;
        tabs.append("<sheet name='S%1$d' sheetId='%1$d' state='%2$s' r:id='r%1$d'/>".formatted(sheets, state));
        relation("r" + sheets, "worksheet", "worksheets/sheet" + sheets + ".xml");
        return part(
                "xl/worksheets/sheet" + sheets + ".xml",
                "<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData></worksheet>");
    }

    RawWorkbook from1904() {
        properties = "<workbookPr date1904='1'/>";
        return this;
    }

    /** Formats of cells, by rank: their codes. */
    RawWorkbook formats(String... codes) {
        var formats = new StringBuilder();
        var styles = new StringBuilder();
        for (int i = 0; i < codes.length; i++) {
            formats.append("<numFmt numFmtId='%d' formatCode='%s'/>".formatted(200 + i, codes[i]));
            styles.append("<xf numFmtId='%d'/>".formatted(200 + i));
        }
        relation("styles", "styles", "/xl/styles.xml");
        return part(
                "xl/styles.xml",
                "<styleSheet xmlns='%s'><numFmts>%s</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs>%s</cellXfs></styleSheet>"
                        .formatted(MAIN, formats, styles));
    }

    /** The XML between the tags of {@code sst}. */
    RawWorkbook strings(String items) {
        relation("strings", "sharedStrings", "sharedStrings.xml");
        return part("xl/sharedStrings.xml", "<sst xmlns='%s' uniqueCount='2000000000'>%s</sst>".formatted(MAIN, items));
    }

    RawWorkbook part(String name, String xml) {
        parts.put(name, xml);
        return this;
    }

    public byte[] bytes() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "_rels/.rels",
                "<Relationships xmlns='%s'><Relationship Id='b' Type='%s/officeDocument' Target='xl/workbook.xml'/></Relationships>"
                        .formatted(PACKAGE, RELATIONS));
        all.put(
                "xl/workbook.xml",
                "<workbook xmlns='%s' xmlns:r='%s'>%s<sheets>%s</sheets></workbook>"
                        .formatted(MAIN, RELATIONS, properties, tabs));
        all.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='%s'>%s</Relationships>".formatted(PACKAGE, relations));
        all.putAll(parts);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void relation(String id, String kind, String target) {
        relations.append("<Relationship Id='%s' Type='%s/%s' Target='%s'/>".formatted(id, RELATIONS, kind, target));
    }
}
