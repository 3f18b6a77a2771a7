package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.training.CreditingMethod;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.FunderKind;
import fr.educentre.assidu.training.NatureOfAction;
import fr.educentre.assidu.training.OrganisationInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An organisation, an enrolment, and reading back what was rendered. */
final class Samples {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final OrganisationInfo ORGANISATION = new OrganisationInfo(
            "Centre de formation Horizon",
            new OrganisationInfo.Registration("73282932000074", "11755555575", "Île-de-France"),
            new OrganisationInfo.Address("12 rue de la Convention", "75015", "Paris"),
            new OrganisationInfo.Contact("01 45 00 00 00", "contact@horizon.example"),
            new OrganisationInfo.Representative("Hélène Œuvrard", "Directrice générale"),
            new OrganisationInfo.Logo(null, null));

    private Samples() {}

    static EnrolmentInfo enrolment(@Nullable String employer, boolean apprenticeship) {
        var id = new UUID(1, 1);
        return new EnrolmentInfo(
                id,
                "INS-2026-00012",
                new UUID(1, 2),
                new EnrolmentInfo.Programme(
                        new UUID(1, 3), "DEV", "Développeur web et mobile", NatureOfAction.TRAINING),
                new EnrolmentInfo.Group(new UUID(1, 4), "Groupe A"),
                new EnrolmentInfo.Employment(employer == null ? null : new UUID(1, 5), employer, null, apprenticeship),
                new EnrolmentInfo.Agreement(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 18), 24000, null),
                List.of(new EnrolmentInfo.FundingInfo(
                        new UUID(1, 6),
                        new EnrolmentInfo.FundingInfo.Funder(new UUID(1, 7), "ATLAS", "OPCO Atlas", FunderKind.OPCO),
                        "ATL-2026-0042",
                        24000,
                        LocalDate.of(2026, 9, 1),
                        LocalDate.of(2026, 12, 18),
                        1,
                        CreditingMethod.MINUTE)));
    }

    static CertificateFacts.Held held(
            String day, String modality, @Nullable String status, int credited, boolean proof) {
        Instant start = LocalDate.parse(day).atTime(9, 0).atZone(PARIS).toInstant();
        return new CertificateFacts.Held(
                new CertificateFacts.Held.Slot(UUID.randomUUID(), start, start.plusSeconds(12600), PARIS),
                modality,
                195,
                status == null ? null : 1,
                status,
                new DocumentLine.Minutes(credited, credited),
                proof);
    }

    static byte[] pdf(String template, Record model, int version) {
        var stamp = new DocumentPrinter.Stamp(
                "CR-2026-000123",
                version,
                VerificationCode.random(),
                Instant.parse("2026-11-23T10:00:00Z"),
                version > 1 ? "CR-2026-000101" : null);
        var doc = new JsonMapper().convertValue(model, Map.class);
        return new PdfRenderer(new DocumentLetters())
                .pdf(template, Map.of("doc", doc, "stamp", stamp.values(PARIS, "https://assidu.horizon.example")));
    }

    static CertificateFacts.Activity activity(String day, int minutes) {
        return new CertificateFacts.Activity("activity-" + day, LocalDate.parse(day), minutes);
    }

    static byte[] draft(String template, Record model) {
        var doc = new JsonMapper().convertValue(model, Map.class);
        return new PdfRenderer(new DocumentLetters())
                .pdf(
                        template,
                        Map.of(
                                "doc",
                                doc,
                                "stamp",
                                DocumentPrinter.draftValues("PROJET", Instant.parse("2026-11-23T10:00:00Z"), PARIS)));
    }

    /** The text as a reader copies it: lines joined, spaces made plain. */
    static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00a0\\u202f]+", " ");
        }
    }

    static byte[] written(String name, byte[] bytes) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "documents"));
        Files.write(folder.resolve(name), bytes);
        return bytes;
    }
}
