package fr.educentre.assidu.rules.engine;

import fr.educentre.assidu.rules.PresenceFacts;
import fr.educentre.assidu.rules.PresenceOutcome;
import fr.educentre.assidu.rules.PresenceScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.collections4.ListUtils;
import org.kie.api.KieBase;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.function.SingletonSupplier;

/** The shipped presence rules, compiled once; the same facts and parameters always give the same outcome. */
public final class PresenceEngine {

    private static final int BATCH = 500;

    private final SingletonSupplier<KieBase> base = SingletonSupplier.of(PresenceEngine::compiled);

    private static KieBase compiled() {
        return DrlCompiler.compile("fr.educentre.assidu.rules.presence", shipped());
    }

    /** Compiles beside what else is done; whoever decides first waits for it. */
    public void prepare() {
        Thread.ofPlatform().daemon().name("presence-rules").start(base::obtain);
    }

    private static String shipped() {
        try {
            return new ClassPathResource("rules/presence/presence.drl").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param completion by which proof is judged */
    public Map<String, PresenceOutcome> decide(
            Collection<PresenceFacts> facts, PresenceParameters parameters, CompletionParameters completion) {
        var outcomes = new LinkedHashMap<String, PresenceOutcome>();
        var applied = new HashMap<PresenceScope, PresenceParameters.Applied>();
        var all = facts.stream()
                .map(fact -> new PresenceCase(
                        fact,
                        parameters,
                        applied.computeIfAbsent(fact.scope(), scope -> parameters.of(scope, completion))))
                .toList();
        for (List<PresenceCase> batch : ListUtils.partition(all, BATCH)) {
            var session = base.obtain().newKieSession();
            try {
                batch.forEach(session::insert);
                session.fireAllRules();
            } finally {
                session.dispose();
            }
            batch.forEach(done -> outcomes.put(done.outcome().key(), done.outcome()));
        }
        return outcomes;
    }
}
