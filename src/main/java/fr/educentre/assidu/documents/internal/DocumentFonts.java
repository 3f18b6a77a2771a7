package fr.educentre.assidu.documents.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.openpdf.text.pdf.BaseFont;
import org.xhtmlrenderer.pdf.ITextFontResolver;

/** The fonts of documents: read from the classpath, embedded in each file, covering all Latin scripts; others where needed. */
final class DocumentFonts {

    static final String FAMILY = "DejaVu Sans Condensed";

    /** What prints the letters that the main fonts lack, in the order they are asked. */
    static final List<String> FALLBACKS = List.of(
            "NotoSans-Regular.ttf",
            "NotoSansEthiopic-Regular.ttf",
            "NotoSansThai-Regular.ttf",
            "DroidSansFallbackFull.ttf");

    private static final byte[] REGULAR = read("DejaVuSansCondensed.ttf");
    private static final byte[] BOLD = read("DejaVuSansCondensed-Bold.ttf");

    private DocumentFonts() {}

    static BaseFont regular() {
        return font("DejaVuSansCondensed.ttf", REGULAR);
    }

    static BaseFont bold() {
        return font("DejaVuSansCondensed-Bold.ttf", BOLD);
    }

    /** Read when a text needs it. */
    static BaseFont fallback(String file) {
        return font(file, read(file));
    }

    /** The name of a fallback in the styles of a page. */
    static String family(String file) {
        return file.substring(0, file.indexOf('.'));
    }

    static void registerWith(ITextFontResolver resolver) {
        resolver.addFont(regular(), "fonts/DejaVuSansCondensed.ttf", FAMILY);
        resolver.addFont(bold(), "fonts/DejaVuSansCondensed-Bold.ttf", FAMILY);
    }

    private static BaseFont font(String name, byte[] bytes) {
        try {
            BaseFont font =
                    BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, bytes, null);
            font.setIncludeCidSet(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String name) {
        try (var in = Objects.requireNonNull(
                DocumentFonts.class.getClassLoader().getResourceAsStream("fonts/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
