package fr.educentre.assidu.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.rules.PresenceFacts;
import fr.educentre.assidu.rules.PresenceOutcome;
import fr.educentre.assidu.rules.PresenceScope;
import fr.educentre.assidu.rules.language.CompletionTests;
import fr.educentre.assidu.rules.language.RuleReader;
import fr.educentre.assidu.rules.language.Vocabulary;
import fr.educentre.assidu.shell.SampleTexts;
import fr.educentre.assidu.shell.Wording;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresenceEngineTests {

    private static final SampleTexts TEXTS = new SampleTexts();
    private static final PresenceEngine ENGINE = new PresenceEngine();
    private static final RuleReader READER = new RuleReader(new Vocabulary());
    private static final PresenceParameters PARAMETERS = parameters("");
    private static final CompletionParameters COMPLETION = CompletionTests.parameters("");

    @ParameterizedTest
    @CsvSource({
        "0, , , ABSENT",
        "1, 200, 0, PARTIAL",
        "167, 0, 43, PARTIAL",
        "168, 0, 42, LEFT_EARLY",
        "168, 42, 0, LATE",
        "180, 15, 15, LATE",
        "200, 10, 0, PRESENT",
        "199, 11, 0, LATE",
        "199, 0, 11, LEFT_EARLY",
        "200, 0, 10, PRESENT",
        "210, 0, 0, PRESENT",
    })
    void statusFollowsTheShareThenTheFirstArrivalThenTheLastDeparture(
            int observed, @Nullable Integer arrival, @Nullable Integer departure, String status) {
        assertThat(decide(facts(observed, arrival, departure, true, false, null, false))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void whyGivesTheFigures() {
        var outcome = decide(facts(154, 0, 56, true, false, null, false));
        assertThat(TEXTS.french(outcome.why())).isEqualTo("154 min sur 210 (73,3 %), sous le seuil de 80 %");
        assertThat(outcome.rule()).isEqualTo("Présence à une séance");
        assertThat(outcome.ruleVersion()).isEqualTo(1);
    }

    @Test
    void absenceOfDataIsNoAbsence() {
        assertThat(decide(facts(0, null, null, false, false, null, false)).status())
                .isEqualTo("AWAITING_DATA");
        assertThat(decide(facts(0, null, null, true, true, null, false)).status())
                .isEqualTo("AWAITING_DATA");
        assertThat(decide(facts(210, 0, 0, false, false, null, false)).status()).isEqualTo("AWAITING_DATA");
    }

    @Test
    void aPersonsMarkComesFirst() {
        var mark = new PresenceFacts.Mark("PRESENT", "Marc Petit", "caméra en panne", true);
        var outcome = decide(facts(0, null, null, false, true, mark, false));
        assertThat(outcome.status()).isEqualTo("PRESENT");
        assertThat(TEXTS.french(outcome.why())).isEqualTo("Marc Petit : caméra en panne");
        assertThat(outcome.proofSufficient()).as("a mark alone proves nothing").isFalse();
    }

    @Test
    void aSignatureWithoutAnyIntervalMakesPresent() {
        assertThat(decide(facts(0, null, null, true, false, null, true)).status())
                .isEqualTo("PRESENT");
    }

    @Test
    void aLineForAFunderComesBeforeOneForAProgrammeThenForAModality() {
        var parameters = parameters("""
                en visioconférence, présent à partir de 70 % de la durée enseignée
                pour le programme VENTE, présent à partir de 60 % de la durée enseignée
                pour le financeur CPF, présent à partir de 50 % de la durée enseignée
                pour le financeur CPF, retard toléré : 5 minutes
                """);
        assertThat(why(parameters, new PresenceScope("IN_PERSON", "WEB", List.of())))
                .isEqualTo("PARTIAL 115 min sur 210 (54,8 %), sous le seuil de 80 %");
        assertThat(why(parameters, new PresenceScope("VIDEO", "WEB", List.of("OPCO"))))
                .isEqualTo("PARTIAL 115 min sur 210 (54,8 %), sous le seuil de 70 % fixé en visioconférence");
        assertThat(why(parameters, new PresenceScope("VIDEO", "Vente", List.of())))
                .isEqualTo("PARTIAL 115 min sur 210 (54,8 %), sous le seuil de 60 % fixé pour le programme VENTE");
        assertThat(why(parameters, new PresenceScope("VIDEO", "VENTE", List.of("CPF"))))
                .isEqualTo("LATE 115 min sur 210 (54,8 %), arrivée 6 min après le début"
                        + " (tolérance : 5 min pour le financeur CPF)");
    }

    @Test
    void ofTwoFundersTheOneThatAsksForMoreHolds() {
        var lenient = parameters("""
                pour le financeur CPF, présent à partir de 50 % de la durée enseignée
                pour le financeur Région, présent à partir de 90 % de la durée enseignée
                """);
        assertThat(why(lenient, new PresenceScope("VIDEO", "", List.of("CPF"))))
                .isEqualTo("PRESENT 115 min sur 210 (54,8 %), au moins 50 % de la durée enseignée,"
                        + " seuil fixé pour le financeur CPF");
        assertThat(why(lenient, new PresenceScope("VIDEO", "", List.of("CPF", "REGION"))))
                .isEqualTo("PARTIAL 115 min sur 210 (54,8 %), sous le seuil de 90 % fixé pour le financeur Région");
        assertThat(why(lenient, new PresenceScope("VIDEO", "", List.of("CPF", "OPCO"))))
                .as("a funder without a line of its own is held to what holds for everyone")
                .isEqualTo("PARTIAL 115 min sur 210 (54,8 %), sous le seuil de 80 %");
    }

    @Test
    void aConnectionTooShortToCountIsAnAbsenceThatShowsIt() {
        var five = parameters("connexion comptée à partir de 5 minutes");
        var outcome = decide(five, facts(4, 0, 200, true, false, null, false));
        assertThat(outcome.status()).isEqualTo("ABSENT");
        assertThat(TEXTS.french(outcome.why()))
                .isEqualTo("4 min de connexion sur 210 : une connexion compte à partir de 5 min");
        assertThat(decide(five, facts(5, 0, 200, true, false, null, false)).status())
                .isEqualTo("PARTIAL");
        assertThat(TEXTS.french(
                        decide(five, facts(4, 0, 200, true, false, null, true)).why()))
                .as("a signature stands as if nobody had connected")
                .isEqualTo("feuille d'émargement signée par l'apprenant");
        var elsewhere = parameters("en présentiel, connexion comptée à partir de 5 minutes");
        assertThat(decide(elsewhere, facts(4, 0, 200, true, false, null, false)).status())
                .isEqualTo("PARTIAL");
    }

    @Test
    void aLogThatIsBelievedEvenEmptyDeniesASignatureAtADistance() {
        var log = parameters("si l'émargement contresigné et le relevé de connexion se contredisent, retenir le relevé,"
                + " même s'il ne montre pas l'apprenant");
        assertThat(decide(log, facts(0, null, null, true, false, null, true)).status())
                .isEqualTo("ABSENT");
        assertThat(decide(facts(0, null, null, true, false, null, true)).status())
                .isEqualTo("PRESENT");
    }

    @Test
    void aReasonIsSaidInEnglishTooWithTheNumbersOfThatLanguage() {
        assertThat(TEXTS.english(
                        decide(facts(154, 0, 56, true, false, null, false)).why()))
                .isEqualTo("154 of 210 min (73.3%), under the threshold of 80%");
        assertThat(TEXTS.english(
                        decide(facts(180, 15, 0, true, false, null, false)).why()))
                .isEqualTo("180 of 210 min (85.7%), arrived 15 min after the start (tolerance: 10 min)");
        assertThat(TEXTS.english(
                        decide(facts(180, 0, 12, true, false, null, false)).why()))
                .isEqualTo("180 of 210 min (85.7%), left 12 min before the end (tolerance: 10 min)");
        assertThat(TEXTS.english(
                        decide(facts(210, 0, 0, true, false, null, false)).why()))
                .isEqualTo("210 of 210 min (100%), at least 80% of the taught time");
        assertThat(TEXTS.english(
                        decide(facts(0, null, null, true, false, null, false)).why()))
                .isEqualTo("0 of 210 min: no trace of presence, and every expected source has been received");
        assertThat(TEXTS.english(
                        decide(facts(0, null, null, false, false, null, false)).why()))
                .isEqualTo("not all traces of presence at the session have been received yet");
        assertThat(TEXTS.english(
                        decide(facts(0, null, null, true, true, null, false)).why()))
                .isEqualTo("a participant not matched yet could be this person");
        assertThat(TEXTS.english(
                        decide(facts(0, null, null, true, false, null, true)).why()))
                .isEqualTo("attendance sheet signed by the learner");
    }

    @Test
    void whomAParameterIsForIsSaidInTheReadersLanguage() {
        var parameters = parameters("""
                en visioconférence, présent à partir de 70 % de la durée enseignée
                pour le financeur Région, présent à partir de 50,5 % de la durée enseignée
                pour le programme VENTE, retard toléré : 5 minutes
                en visioconférence, connexion comptée à partir de 3 minutes
                """);
        assertThat(english(parameters, new PresenceScope("VIDEO", "WEB", List.of()), 115))
                .isEqualTo("115 of 210 min (54.8%), under the threshold of 70% by video");
        assertThat(english(parameters, new PresenceScope("VIDEO", "WEB", List.of("REGION")), 115))
                .isEqualTo(
                        "115 of 210 min (54.8%), at least 50.5% of the taught time, the threshold for funder Region");
        assertThat(english(parameters, new PresenceScope("IN_PERSON", "VENTE", List.of()), 200))
                .isEqualTo(
                        "200 of 210 min (95.2%), arrived 6 min after the start (tolerance: 5 min for programme VENTE)");
        assertThat(english(parameters, new PresenceScope("VIDEO", "WEB", List.of()), 2))
                .isEqualTo("2 min connected out of 210: a connection counts from 3 min by video");
    }

    @Test
    void whatAPersonNotedWithoutAReasonIsSaidToBeNotedAtTheRollCall() {
        var silent = new PresenceFacts.Mark("PRESENT", "Marc Petit", " ", false);
        Wording why = decide(facts(0, null, null, true, false, silent, false)).why();
        assertThat(TEXTS.french(why)).isEqualTo("Marc Petit : noté à l'appel");
        assertThat(TEXTS.english(why)).isEqualTo("Marc Petit: marked at roll call");
        String words = "{\"key\":\"shell.app\"} " + "long ".repeat(200);
        var longer = new PresenceFacts.Mark("PRESENT", "Marc Petit", words, false);
        Wording kept = Wording.stored(
                decide(facts(0, null, null, true, false, longer, false)).why().stored());
        assertThat(TEXTS.english(kept)).as("all of it, and as written").isEqualTo("Marc Petit: " + words.strip());
    }

    @Test
    void frenchIsTypesetAndReadFromTheDatabaseAsItWasDecided() {
        Wording why = decide(facts(154, 0, 56, true, false, null, false)).why();
        assertThat(why.stored()).startsWith("{\"key\":\"rules.presence.partial\",\"values\":[154,210,73.3");
        Wording kept = Wording.stored(why.stored());
        assertThat(TEXTS.french(kept)).isEqualTo(TEXTS.french(why));
        assertThat(TEXTS.typeset(kept)).contains("154\u00a0min", "73,3\u00a0%", "80\u00a0%");
        assertThat(TEXTS.typeset(
                        decide(facts(0, null, null, true, false, null, true)).why()))
                .isEqualTo("feuille d\u2019émargement signée par l\u2019apprenant");
    }

    private static String english(PresenceParameters parameters, PresenceScope scope, int observed) {
        return TEXTS.english(decide(parameters, facts(scope, observed, 6, 0, true, false, null, false))
                .why());
    }

    private static String why(PresenceParameters parameters, PresenceScope scope) {
        var outcome = decide(parameters, facts(scope, 115, 6, 0, true, false, null, false));
        return outcome.status() + " " + TEXTS.french(outcome.why());
    }

    private static PresenceParameters parameters(String more) {
        String usual =
                "règle \"Présence à une séance\"\nprésent à partir de 80 % de la durée enseignée\nretard toléré : 10 minutes\n";
        return PresenceParameters.of(READER.require("presence", usual + more), 1);
    }

    private static PresenceOutcome decide(PresenceFacts facts) {
        return decide(PARAMETERS, facts);
    }

    private static PresenceOutcome decide(PresenceParameters parameters, PresenceFacts facts) {
        return Objects.requireNonNull(
                ENGINE.decide(List.of(facts), parameters, COMPLETION).get("k"));
    }

    private static PresenceFacts facts(
            int observed,
            @Nullable Integer arrival,
            @Nullable Integer departure,
            boolean complete,
            boolean proposal,
            PresenceFacts.@Nullable Mark mark,
            boolean signed) {
        return facts(
                new PresenceScope("VIDEO", "", List.of()),
                observed,
                arrival,
                departure,
                complete,
                proposal,
                mark,
                signed);
    }

    private static PresenceFacts facts(
            PresenceScope scope,
            int observed,
            @Nullable Integer arrival,
            @Nullable Integer departure,
            boolean complete,
            boolean proposal,
            PresenceFacts.@Nullable Mark mark,
            boolean signed) {
        return new PresenceFacts(
                "k",
                scope,
                new PresenceFacts.Presence(210, observed, true, observed / 210.0, arrival, departure),
                new PresenceFacts.Received(true, complete, proposal, false, false, false, List.of()),
                mark,
                new PresenceFacts.Signatures(signed, false));
    }
}
