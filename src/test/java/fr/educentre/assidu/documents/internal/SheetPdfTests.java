package fr.educentre.assidu.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.documents.internal.SheetModel.Countersignature;
import fr.educentre.assidu.documents.internal.SheetModel.Fact;
import fr.educentre.assidu.documents.internal.SheetModel.Line;
import fr.educentre.assidu.documents.internal.SheetModel.Rectification;
import fr.educentre.assidu.documents.internal.SheetModel.SessionCell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetPdfTests {

    private static final SessionCell CELL = new SessionCell(
            new SessionCell.Slot("lun. 23 nov. 2026, matin", "09:00 – 12:30", "pause 10:30 – 10:45"),
            new SessionCell.Content("HTML et CSS", "Intégrer une page"),
            new SessionCell.Setting(
                    "Salle 2, Paris, 12 rue de la Convention, 75015 Paris", "Présentiel", "Luc Đorđević"),
            new SessionCell.Signing("Présences validées et séance close par Luc Đorđević le 23/11/2026 à 12:35", true));

    @Test
    void a_session_sheet_bears_its_mentions_and_repeats_its_header() throws IOException {
        var lines = new ArrayList<Line>();
        for (int i = 1; i <= 40; i++) {
            lines.add(line("Nguyễn Thị " + i, i % 7 == 0 ? "Preuve manquante : émargement attendu" : null));
        }
        var text = Samples.text(Samples.written("feuille-seance.pdf", Samples.pdf("sheet-session", model(lines), 1)));

        assertThat(text)
                .contains(
                        "Feuille d’émargement",
                        "SIRET",
                        "NDA",
                        "Formateur",
                        "Luc Đorđević",
                        "Intégrer une page",
                        "09:00 – 12:30")
                .contains(
                        "OPCO Atlas, dossier n° ATL-1",
                        "Signature électronique, le 23/11/2026 à 09:02",
                        "Nguyễn Thị 40")
                .contains("Preuve manquante : émargement attendu", "Retard de 12 min", "Absence justifiée")
                .contains("Rectifications", "certificat du train en retard", "Page 1 / ");
        assertThat(text.split("Financeur et dossier", -1)).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void a_learner_sheet_bears_a_line_a_session() throws IOException {
        var text = Samples.text(Samples.written(
                "feuille-apprenant.pdf",
                Samples.pdf("sheet-learner", model(List.of(line("Ana", null), line("Ana", "Preuve incomplète"))), 2)));

        assertThat(text)
                .contains(
                        "Feuille d’émargement individuelle",
                        "lun. 23 nov. 2026, matin",
                        "pause 10:30 – 10:45",
                        "Présentiel")
                .contains("Preuve incomplète", "Remplace le n°", "Total");
    }

    @Test
    void a_draft_says_so_on_each_page_and_bears_no_number_and_no_code() throws IOException {
        var lines = new ArrayList<Line>();
        for (int i = 1; i <= 40; i++) {
            lines.add(line("Ana " + i, null));
        }
        var pdf = Samples.written("projet-seance.pdf", Samples.draft("sheet-session", model(lines)));
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var reader = new org.apache.pdfbox.text.PDFTextStripper();
                reader.setStartPage(page);
                reader.setEndPage(page);
                assertThat(reader.getText(document)).contains("PROJET", "document non émis");
            }
        }
        assertThat(Samples.text(pdf)).doesNotContain("N° ", "Version", "/verify/");
    }

    private static Line line(String name, @org.jspecify.annotations.Nullable String gap) {
        return new Line(
                new Line.Trainee(name, "APP-001", List.of("OPCO Atlas, dossier n° ATL-1")),
                CELL,
                new Line.Outcome("Retard", List.of("Retard de 12 min", "Absence justifiée")),
                new Line.Proof(
                        gap == null
                                ? List.of(
                                        "Signature électronique, le 23/11/2026 à 09:02",
                                        "Appel fait par Luc Đorđević le 23/11/2026 à 09:14")
                                : List.of(),
                        gap),
                new Line.Times("09:12", "12:30", "183", "170"));
    }

    private static SheetModel model(List<Line> lines) {
        return new SheetModel(
                new SheetModel.Heading(
                        Letterhead.of(Samples.ORGANISATION),
                        "Feuille d’émargement",
                        "HTML et CSS, lun. 23 nov. 2026, 09:00 – 12:30",
                        List.of(
                                List.of(
                                        new Fact("Action de formation", "Développeur web et mobile"),
                                        new Fact("Date", "lun. 23 nov. 2026 (matin)")),
                                List.of(
                                        new Fact("Module", "Intégrer une page"),
                                        new Fact("Horaires", "09:00 – 12:30 (heure de Paris)")),
                                List.of(
                                        new Fact("Formateur", "Luc Đorđević"),
                                        new Fact(
                                                "Lieu et modalité",
                                                CELL.setting().place()))),
                        List.of("Preuve incomplète pour 5 lignes sur 40 : voir la colonne des preuves.")),
                lines,
                new SheetModel.Sum("Total", "7320", "6800"),
                List.of(new Rectification(
                        "23/11/2026 à 17:40",
                        "Luc Đorđević (formateur)",
                        "HTML et CSS, 23/11/2026",
                        "Nguyễn Thị 3",
                        "Absent, 0 min",
                        "Retard, 183 min",
                        "certificat du train en retard")),
                List.of(new Countersignature("Luc Đorđević", CELL.signing().countersignature(), true)));
    }
}
