package fr.educentre.assidu.imports.tables;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What a file is by its first bytes, whatever its name. */
public enum FileKind {
    PDF("%PDF"),
    /** A workbook, or another archive. */
    WORKBOOK("PK\u0003\u0004"),
    LEGACY_WORKBOOK("\u00D0\u00CF\u0011\u00E0"),
    PICTURE("\u0089PNG", "\u00FF\u00D8\u00FF", "GIF8"),
    DOCUMENT("{\\rt"),
    TEXT;

    /** HEIC and its kin, as telephones take them. */
    private static final Pattern PHOTO = Pattern.compile("ftyp(?:hei.|hev.|mif1|msf1|avif)");

    private final List<String> beginnings;

    FileKind(String... beginnings) {
        this.beginnings = List.of(beginnings);
    }

    public static FileKind of(byte[] content) {
        if (content.length > 12
                && PHOTO.matcher(new String(content, 4, 8, StandardCharsets.ISO_8859_1))
                        .matches()) {
            return PICTURE;
        }
        String start = new String(content, 0, Math.min(4, content.length), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(kind -> kind.beginnings.stream().anyMatch(start::startsWith))
                .findFirst()
                .orElse(TEXT);
    }
}
