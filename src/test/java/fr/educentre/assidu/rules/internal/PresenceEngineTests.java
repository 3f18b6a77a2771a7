package fr.educentre.assidu.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.rules.PresenceFacts;
import fr.educentre.assidu.rules.PresenceOutcome;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresenceEngineTests {

    private static final PresenceEngine ENGINE = new PresenceEngine();
    private static final PresenceParameters PARAMETERS = new PresenceParameters("Présence à une séance", 1, 80, 10);

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
        assertThat(outcome.why()).isEqualTo("154 min sur 210 (73,3 %), sous le seuil de 80 %");
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
        assertThat(outcome.why()).isEqualTo("Marc Petit : caméra en panne");
        assertThat(outcome.proofSufficient()).as("a mark alone proves nothing").isFalse();
    }

    @Test
    void aSignatureWithoutAnyIntervalMakesPresent() {
        assertThat(decide(facts(0, null, null, true, false, null, true)).status())
                .isEqualTo("PRESENT");
    }

    private static PresenceOutcome decide(PresenceFacts facts) {
        return Objects.requireNonNull(ENGINE.decide(List.of(facts), PARAMETERS).get("k"));
    }

    private static PresenceFacts facts(
            int observed,
            @Nullable Integer arrival,
            @Nullable Integer departure,
            boolean complete,
            boolean proposal,
            PresenceFacts.@Nullable Mark mark,
            boolean signed) {
        return new PresenceFacts(
                "k",
                "VIDEO",
                210,
                observed,
                observed / 210.0,
                arrival,
                departure,
                complete,
                proposal,
                mark,
                signed,
                false,
                false,
                List.of());
    }
}
