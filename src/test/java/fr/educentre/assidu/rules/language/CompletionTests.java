package fr.educentre.assidu.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.rules.PresenceFacts;
import fr.educentre.assidu.rules.PresenceScope;
import fr.educentre.assidu.rules.PublishedCrediting;
import fr.educentre.assidu.rules.WithoutProof;
import fr.educentre.assidu.rules.engine.CompletionParameters;
import fr.educentre.assidu.rules.engine.PresenceEngine;
import fr.educentre.assidu.rules.engine.PresenceParameters;
import fr.educentre.assidu.shell.SampleTexts;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class CompletionTests {

    private static final RuleReader READER = new RuleReader(new Vocabulary());
    private static final PresenceEngine ENGINE = new PresenceEngine();
    private static final PresenceParameters PRESENCE = PresenceParameters.of(
            READER.require(
                    "presence",
                    "règle \"P\"\nprésent à partir de 80 % de la durée enseignée\nretard toléré : 10 minutes"),
            1);

    public static CompletionParameters parameters(String more) {
        return CompletionParameters.of(
                READER.require(
                        "completion",
                        "règle \"Heures\"\ninterruption de connexion retirée au-delà de 15 minutes\n" + more),
                4);
    }

    @Test
    void hours_are_credited_by_the_line_of_the_funder_else_by_the_one_for_everyone() {
        assertThat(parameters("").credited("CPF")).isEmpty();
        var some = parameters(
                "heures retenues à la minute\npour le financeur CPF, heures retenues par demi-journée de présence");
        assertThat(some.credited("CPF").map(CompletionTests::read))
                .contains(List.of(
                        "HALF_DAY",
                        "par demi-journée de présence pour le financeur CPF",
                        "by half-day of presence for funder CPF",
                        "Heures",
                        4));
        assertThat(some.credited("OPCO").map(CompletionTests::read))
                .contains(List.of("MINUTE", "à la minute", "to the minute", "Heures", 4));
    }

    private static List<Object> read(PublishedCrediting one) {
        var texts = new SampleTexts();
        return List.of(one.method(), texts.french(one.words()), texts.english(one.words()), one.rule(), one.version());
    }

    @Test
    void of_two_funders_the_one_that_asks_for_more_proof_on_a_certificate_is_heard() {
        assertThat(parameters("").withoutProof(List.of("CPF"))).isEqualTo(WithoutProof.LISTED);
        var some = parameters("""
                pour le financeur CPF, heures sans preuve suffisante : certificat retenu jusqu'à la preuve
                pour le financeur OPCO, heures sans preuve suffisante : comptées et signalées sur l'attestation
                heures sans preuve suffisante : retirées du certificat et signalées""");
        assertThat(some.withoutProof(List.of("CPF", "OPCO"))).isEqualTo(WithoutProof.HELD_BACK);
        assertThat(some.withoutProof(List.of("OPCO"))).isEqualTo(WithoutProof.LISTED);
        assertThat(some.withoutProof(List.of("OPCO", "REGION"))).isEqualTo(WithoutProof.LEFT_OUT);
        assertThat(some.withoutProof(List.of())).isEqualTo(WithoutProof.LEFT_OUT);
    }

    @ParameterizedTest
    @CsvSource({
        // countersigned, log, IN_PERSON of anyone, VIDEO of anyone, IN_PERSON of CPF, of CPF and OPCO
        "true, true, true, true, true, true",
        "true, false, true, false, false, false",
        "false, true, false, true, true, false",
        "false, false, false, false, false, false",
    })
    void what_proves_is_what_is_expected_for_the_funder_else_the_modality_else_everyone(
            boolean signed, boolean log, boolean inPerson, boolean video, boolean cpf, boolean both) {
        var some = parameters("""
                preuve attendue : l'émargement contresigné et le relevé de connexion
                en présentiel, preuve attendue : l'émargement contresigné
                en visioconférence, preuve attendue : le relevé de connexion
                pour le financeur CPF, preuve attendue : le relevé de connexion
                pour le financeur OPCO, preuve attendue : l'émargement contresigné""");
        assertThat(proven(some, new PresenceScope("IN_PERSON", "", List.of()), signed, log, false))
                .isEqualTo(inPerson);
        assertThat(proven(some, new PresenceScope("VIDEO", "", List.of()), signed, log, false))
                .isEqualTo(video);
        assertThat(proven(some, new PresenceScope("IN_PERSON", "", List.of("CPF")), signed, log, false))
                .isEqualTo(cpf);
        assertThat(proven(some, new PresenceScope("IN_PERSON", "", List.of("CPF", "OPCO")), signed, log, false))
                .isEqualTo(both);
        assertThat(proven(some, new PresenceScope("ONLINE", "", List.of()), signed, log, false))
                .isEqualTo(signed && log);
        assertThat(proven(parameters(""), new PresenceScope("IN_PERSON", "", List.of("CPF")), signed, log, true))
                .as("where nothing is published: the one or the other, contradicted or not")
                .isEqualTo(signed || log);
    }

    @Test
    void sources_that_contradict_each_other_prove_nothing_where_that_is_published() {
        var refused = parameters("preuves qui se contredisent : insuffisantes");
        var scope = new PresenceScope("VIDEO", "", List.of());
        assertThat(proven(refused, scope, true, true, true)).isFalse();
        assertThat(proven(refused, scope, true, true, false)).isTrue();
    }

    private static boolean proven(
            CompletionParameters completion, PresenceScope scope, boolean signed, boolean log, boolean contradicted) {
        var facts = new PresenceFacts(
                "k",
                scope,
                new PresenceFacts.Presence(210, 200, true, 200 / 210.0, 0, 0),
                new PresenceFacts.Received(true, true, false, log, contradicted, false, List.of()),
                null,
                new PresenceFacts.Signatures(signed, signed));
        return Objects.requireNonNull(
                        ENGINE.decide(List.of(facts), PRESENCE, completion).get("k"))
                .proofSufficient();
    }
}
