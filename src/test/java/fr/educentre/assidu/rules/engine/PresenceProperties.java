package fr.educentre.assidu.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.rules.PresenceFacts;
import fr.educentre.assidu.rules.PresenceOutcome;
import fr.educentre.assidu.rules.PresenceScope;
import fr.educentre.assidu.rules.language.CompletionTests;
import fr.educentre.assidu.rules.language.RuleReader;
import fr.educentre.assidu.rules.language.Vocabulary;
import fr.educentre.assidu.shell.SampleTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is published: one status for every case, by the parameters that hold for it and no others. */
class PresenceProperties {

    private static final SampleTexts TEXTS = new SampleTexts();
    private static final PresenceEngine ENGINE = new PresenceEngine();
    private static final RuleReader READER = new RuleReader(new Vocabulary());
    private static final int TAUGHT = 210;
    private static final Map<String, String> MODALITIES =
            Map.of("IN_PERSON", "en présentiel", "VIDEO", "en visioconférence", "ONLINE", "en ligne");
    private static final Map<String, String> FUNDERS = Map.of("CPF", "CPF", "OPCO", "OPCO", "REGION", "Région");

    /** The values published; null for a line that is not there. */
    record Published(int general, List<Integer> modality, int programme, List<Integer> funder, int minimum) {}

    @Property(tries = 200)
    void a_status_is_by_the_most_specific_threshold_and_the_strictest_funder(
            @ForAll("published") Published published,
            @ForAll("scopes") PresenceScope scope,
            @ForAll @IntRange(min = 0, max = TAUGHT) int observed) {
        var parameters = PresenceParameters.of(READER.require("presence", text(published)), 1);
        PresenceOutcome outcome = Objects.requireNonNull(
                ENGINE.decide(List.of(facts(scope, observed)), parameters, CompletionTests.parameters(""))
                        .get("k"));
        assertThat(outcome.status()).isEqualTo(expected(published, scope, observed));
        assertThat(TEXTS.french(outcome.why())).contains(observed + " min").contains("sur " + TAUGHT);
    }

    /** Said again, in other words. */
    private static String expected(Published published, PresenceScope scope, int observed) {
        if (observed == 0 || observed < published.minimum()) {
            return "ABSENT";
        }
        int other = published.general();
        int modality =
                published.modality().get(new ArrayList<>(new TreeSet<>(MODALITIES.keySet())).indexOf(scope.modality()));
        other = modality > 0 ? modality : other;
        other = scope.programme().equals("VENTE") && published.programme() > 0 ? published.programme() : other;
        int threshold = scope.funders().isEmpty() ? other : 0;
        for (String funder : scope.funders()) {
            int own = published.funder().get(new ArrayList<>(new TreeSet<>(FUNDERS.keySet())).indexOf(funder));
            threshold = Math.max(threshold, own > 0 ? own : other);
        }
        return observed * 100 >= threshold * TAUGHT ? "PRESENT" : "PARTIAL";
    }

    private static String text(Published published) {
        var text = new StringBuilder("règle \"P\"\nretard toléré : 10 minutes\n");
        int at = 0;
        for (String modality : new TreeSet<>(MODALITIES.keySet())) {
            line(text, MODALITIES.get(modality) + ", ", published.modality().get(at++));
        }
        at = 0;
        for (String funder : new TreeSet<>(FUNDERS.keySet())) {
            line(
                    text,
                    "pour le financeur " + FUNDERS.get(funder) + ", ",
                    published.funder().get(at++));
        }
        line(text, "pour le programme VENTE, ", published.programme());
        line(text, "", published.general());
        return text + "connexion comptée à partir de " + published.minimum() + " minutes";
    }

    private static void line(StringBuilder text, String scope, int percent) {
        if (percent > 0) {
            text.append(scope).append("présent à partir de ").append(percent).append(" % de la durée enseignée\n");
        }
    }

    @Provide
    Arbitrary<Published> published() {
        Arbitrary<Integer> optional = Arbitraries.integers().between(-60, 100).map(n -> Math.max(0, n));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 100),
                        optional.list().ofSize(3),
                        optional,
                        optional.list().ofSize(3),
                        Arbitraries.integers().between(0, 60))
                .as(Published::new);
    }

    @Provide
    Arbitrary<PresenceScope> scopes() {
        return Combinators.combine(
                        Arbitraries.of(MODALITIES.keySet()),
                        Arbitraries.of("VENTE", "WEB", ""),
                        Arbitraries.of(FUNDERS.keySet()).list().ofMaxSize(3))
                .as(PresenceScope::new);
    }

    private static PresenceFacts facts(PresenceScope scope, int observed) {
        return new PresenceFacts(
                "k",
                scope,
                new PresenceFacts.Presence(
                        TAUGHT,
                        observed,
                        true,
                        observed / (double) TAUGHT,
                        observed == 0 ? null : 0,
                        observed == 0 ? null : 0),
                new PresenceFacts.Received(true, true, false, true, false, false, List.of()),
                null,
                new PresenceFacts.Signatures(false, false));
    }
}
