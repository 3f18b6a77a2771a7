package fr.educentre.assidu.justification.internal;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** A page of text as PDF, for documents that nobody really sent. */
final class DemoDocument {

    private static final Charset CHARSET = Charset.forName("windows-1252");

    private DemoDocument() {}

    /** @param lines a letter the font lacks loses its accents */
    static byte[] of(List<String> lines) {
        String content = content(lines);
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        var pdf = new StringBuilder("%PDF-1.4\n");
        List<Integer> offsets = new ArrayList<>();
        for (String object : objects) {
            offsets.add(pdf.length());
            pdf.append(offsets.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
        }
        int references = pdf.length();
        pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> pdf.append("%010d 00000 n \n".formatted(offset)));
        pdf.append("trailer\n<< /Size ")
                .append(objects.size() + 1)
                .append(" /Root 1 0 R >>\nstartxref\n")
                .append(references)
                .append("\n%%EOF\n");
        return pdf.toString().getBytes(CHARSET);
    }

    private static String content(List<String> lines) {
        var text = new StringBuilder("BT /F1 14 Tf 24 TL 72 760 Td");
        for (String line : lines) {
            text.append(" (")
                    .append(printable(line).replaceAll("([()\\\\])", "\\\\$1"))
                    .append(") Tj T*");
        }
        return text.append(" ET").toString();
    }

    private static String printable(String line) {
        var encoder = CHARSET.newEncoder();
        var text = new StringBuilder();
        for (char letter : line.replace('đ', 'd').replace('Đ', 'D').toCharArray()) {
            text.append(
                    encoder.canEncode(letter)
                            ? letter
                            : Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                                    .charAt(0));
        }
        return text.toString();
    }
}
