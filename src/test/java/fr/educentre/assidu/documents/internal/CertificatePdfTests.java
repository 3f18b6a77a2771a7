package fr.educentre.assidu.documents.internal;

import static fr.educentre.assidu.documents.internal.Samples.held;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.rules.WithoutProof;
import fr.educentre.assidu.shell.Refusal;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CertificatePdfTests {

    private static final Instant NOW = Instant.parse("2026-12-20T10:00:00Z");

    private final CertificateComposer composer = new CertificateComposer(new BundleTexts());

    private final List<CertificateFacts.Held> proven = List.of(
            held("2026-09-01", "IN_PERSON", "PRESENT", 195, true),
            held("2026-09-02", "VIDEO", "LATE", 180, true),
            held("2026-11-20", "IN_PERSON", "ABSENT", 0, false));

    @Test
    void bears_every_mention_of_the_model_and_decimal_hours() throws IOException {
        var facts = new CertificateFacts(proven, List.of(Samples.activity("2026-11-24", 60000)));
        var model = composer.compose(
                Samples.ORGANISATION,
                "Thị Ngọc Nguyễn",
                Samples.enrolment("Đorđević & Müller-Œuvrard SAS", false),
                null,
                facts,
                WithoutProof.LISTED,
                NOW);
        var text = Samples.text(Samples.written("certificat.pdf", Samples.pdf("certificate", model, 2)));

        assertThat(model.heading().intermediate()).isFalse();
        assertThat(text)
                .contains(
                        "CERTIFICAT DE RÉALISATION",
                        "SIRET : 73282932000074",
                        "NDA : 11755555575",
                        "Je soussigné(e) Hélène Œuvrard, représentant légal du dispensateur de l’action concourant au développement des compétences Centre de formation Horizon",
                        "atteste que :",
                        "Mme/M. Thị Ngọc Nguyễn, salarié(e) de l’entreprise Đorđević & Müller-Œuvrard SAS",
                        "a suivi l’action Développeur web et mobile",
                        "☒ action de formation",
                        "☐ bilan de compétences",
                        "☐ action de VAE",
                        "☐ action de formation par apprentissage",
                        "qui s’est déroulée du 01/09/2026 au 24/11/2026",
                        "1 006,25 heures réalisées",
                        "Sans préjudice des délais imposés par les règles fiscales, comptables ou commerciales, je m’engage à conserver l’ensemble des pièces justificatives qui ont permis d’établir le présent certificat pendant une durée de 3 ans à compter de la fin de l’année du dernier paiement.",
                        "En cas de cofinancement des fonds européens la durée de conservation est étendue",
                        "Fait à : Paris",
                        "Le : 23/11/2026",
                        "Cachet et signature du responsable du dispensateur de formation (nom, prénom, qualité du signataire)",
                        "projet de transition professionnelle",
                        "prendre en compte la réalisation des activités pédagogiques et le temps estimé pour les réaliser",
                        "OPCO Atlas, dossier n° ATL-2026-0042",
                        "Remplace le n° CR-2026-000101",
                        "Page 1 / 1")
                .doesNotContain("Attestation intermédiaire");
    }

    @Test
    void the_hours_of_the_modalities_add_up_to_those_certified() {
        var facts = new CertificateFacts(
                List.of(
                        held("2026-09-01", "IN_PERSON", "PRESENT", 2_500, true),
                        held("2026-09-02", "VIDEO", "PRESENT", 2_500, true)),
                List.of(Samples.activity("2026-11-24", 2_502)));
        var model = composer.compose(
                Samples.ORGANISATION,
                "Loïc Boyer",
                Samples.enrolment(null, false),
                null,
                facts,
                WithoutProof.LISTED,
                NOW);

        // Each rounded on its own, they would be 125,04.
        assertThat(model.done().hours()).isEqualTo("125,03");
        assertThat(model.done().split())
                .extracting(CertificateModel.Part::hours)
                .containsExactly("41,67", "41,66", "41,70");
    }

    @Test
    void awaited_or_unproven_sessions_make_it_an_interim_statement_that_says_so() throws IOException {
        var facts = new CertificateFacts(
                List.of(
                        held("2026-09-01", "IN_PERSON", "PRESENT", 195, true),
                        held("2026-09-02", "IN_PERSON", "PRESENT", 195, false),
                        held("2026-09-03", "VIDEO", null, 0, false),
                        held("2026-12-23", "VIDEO", null, 0, false)),
                List.of());
        var model = composer.compose(
                Samples.ORGANISATION,
                "Ana Đorđević",
                Samples.enrolment(null, false),
                null,
                facts,
                WithoutProof.LISTED,
                NOW);
        var text = Samples.text(Samples.written("intermediaire.pdf", Samples.pdf("certificate", model, 1)));

        assertThat(text)
                .contains("Attestation intermédiaire", "6,50 heures réalisées", "Page 1 / 1")
                .contains("1 séance terminée dont les données de présence manquent, 3,25 h dispensées")
                .contains("1 séance dont la preuve est incomplète, 3,25 h")
                .contains("1 séance en cours ou à venir")
                .doesNotContain("salarié(e)");
    }

    private final List<CertificateFacts.Held> oneUnproven = List.of(
            held("2026-09-01", "IN_PERSON", "PRESENT", 195, true),
            held("2026-09-02", "IN_PERSON", "PRESENT", 120, false),
            held("2026-09-03", "VIDEO", "ABSENT", 0, false));

    @Test
    void unproven_hours_are_left_out_of_a_final_certificate_that_says_so_where_that_is_published() throws IOException {
        var model = composer.compose(
                Samples.ORGANISATION,
                "Ana Đorđević",
                Samples.enrolment(null, false),
                null,
                new CertificateFacts(oneUnproven, List.of()),
                WithoutProof.LEFT_OUT,
                NOW);

        assertThat(model.heading().intermediate()).isFalse();
        assertThat(Samples.text(Samples.pdf("certificate", model, 1)))
                .contains("3,25 heures réalisées", "dont 3,25 h : présentiel")
                .contains("Non compris : 1 séance dont la preuve est incomplète, 2,00 h, le 02/09/2026")
                .doesNotContain("Attestation intermédiaire");
    }

    @Test
    void only_missing_proof_holds_a_certificate_back_and_only_where_that_is_published() {
        assertThatThrownBy(() -> CertificateComposer.requireProof(oneUnproven, WithoutProof.HELD_BACK))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    assertThat(refusal.arguments()).containsExactly(1, "2,00", "02/09/2026");
                });
        CertificateComposer.requireProof(oneUnproven, WithoutProof.LISTED);
        CertificateComposer.requireProof(oneUnproven, WithoutProof.LEFT_OUT);
        CertificateComposer.requireProof(proven, WithoutProof.HELD_BACK);
    }

    @Test
    void a_certificate_without_hours_left_out_is_written_as_it_was_before_any_could_be() {
        var model = composer.compose(
                Samples.ORGANISATION,
                "Ana Đorđević",
                Samples.enrolment(null, false),
                null,
                new CertificateFacts(proven, List.of()),
                WithoutProof.LEFT_OUT,
                NOW);
        assertThat(new JsonMapper().writeValueAsString(model)).doesNotContain("leftOut");
    }

    @Test
    void an_apprenticeship_is_counted_in_months() throws IOException {
        var model = composer.compose(
                Samples.ORGANISATION,
                "Zoé Müller-Œuvrard",
                Samples.enrolment("Atelier & Fils", true),
                null,
                new CertificateFacts(proven, List.of()),
                WithoutProof.LISTED,
                NOW);

        assertThat(Samples.text(Samples.pdf("certificate", model, 1)))
                .contains("☒ action de formation par apprentissage", "2 mois et 20 jours", "6,25 heures réalisées");
    }

    @Test
    void fonts_are_embedded_and_the_file_says_what_it_is() throws IOException {
        var model = composer.compose(
                Samples.ORGANISATION,
                "Zoé Müller-Œuvrard",
                Samples.enrolment(null, false),
                null,
                new CertificateFacts(proven, List.of()),
                WithoutProof.LISTED,
                NOW);
        try (var document = Loader.loadPDF(Samples.pdf("certificate", model, 1))) {
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
            }
            assertThat(document.getDocumentInformation().getTitle())
                    .contains("Certificat de réalisation", "Zoé Müller-Œuvrard");
            assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("Centre de formation Horizon");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr-FR");
            assertThat(document.getDocumentCatalog().getOutputIntents()).isNotEmpty();
        }
    }
}
