package fr.educentre.assidu.documents.internal;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.xhtmlrenderer.pdf.DefaultPDFCreationListener;
import org.xhtmlrenderer.pdf.ITextRenderer;

/** Turns the XHTML templates under {@code documents/} into PDF/A files with their fonts embedded. */
@Component
class PdfRenderer {

    private final TemplateEngine templates = new TemplateEngine();
    private final String css;

    private final DocumentLetters letters;

    PdfRenderer(DocumentLetters letters) {
        this.letters = letters;
        var resolver = new ClassLoaderTemplateResolver(PdfRenderer.class.getClassLoader());
        resolver.setPrefix("documents/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        templates.setTemplateResolver(resolver);
        try (var in = Objects.requireNonNull(
                PdfRenderer.class.getClassLoader().getResourceAsStream("documents/document.css"))) {
            css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param values what the template reads: maps, lists, texts and figures */
    String page(String template, Map<String, ?> values) {
        var context = new Context(Locale.FRANCE);
        context.setVariable("css", css);
        values.forEach(context::setVariable);
        return FrenchDocumentFormat.typography(templates.process(template, context));
    }

    /** @throws fr.educentre.assidu.shell.Refusal INVALID for a letter that no font of documents has */
    byte[] pdf(String template, Map<String, ?> values) {
        var runs = new LetterRuns(letters);
        String page = runs.page(page(template, values));
        var renderer = new ITextRenderer();
        DocumentFonts.registerWith(renderer.getFontResolver());
        runs.used()
                .forEach(one -> renderer.getFontResolver()
                        .addFont(DocumentFonts.fallback(one.file()), "fonts/" + one.file(), one.family()));
        renderer.setPDFVersion("1.7");
        renderer.setPDFXConformance(PdfWriter.PDFA2B);
        renderer.setPDFCreator("Assidu");
        renderer.setListener(new ArchivalProperties());
        renderer.setDocumentFromString(page);
        renderer.layout();
        try (var out = new ByteArrayOutputStream()) {
            renderer.createPDF(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What PDF/A asks for beside the embedded fonts: metadata as XMP, the colour space and the language. */
    private static final class ArchivalProperties extends DefaultPDFCreationListener {

        @Override
        public void onClose(ITextRenderer renderer) {
            PdfWriter writer = Objects.requireNonNull(renderer.getWriter());
            writer.createXmpMetadata();
            writer.getExtraCatalog().put(PdfName.LANG, new PdfString("fr-FR"));
            try {
                writer.setOutputIntents(
                        "Custom",
                        "",
                        "http://www.color.org",
                        "sRGB IEC61966-2.1",
                        ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
