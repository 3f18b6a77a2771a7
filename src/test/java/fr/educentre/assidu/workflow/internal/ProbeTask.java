package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.workflow.TaskKind;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

@Component
class ProbeTask implements TaskKind {

    private final Map<String, AtomicInteger> decided = new ConcurrentHashMap<>();

    @Override
    public String key() {
        return "test-decide";
    }

    @Override
    public Card card(Actor actor, Map<String, Object> variables) {
        return new Card(
                "Décider " + variables.get("subject"),
                new Object[0],
                null,
                Map.of("sujet", String.valueOf(variables.get("subject"))),
                Optional.empty());
    }

    @Override
    public Set<Decision> decisions() {
        return EnumSet.of(Decision.APPROVE, Decision.REFUSE);
    }

    @Override
    public Map<String, Object> decide(Actor actor, Map<String, Object> variables, Decision decision, String comment) {
        if (decision == Decision.REFUSE && comment.isBlank()) {
            throw Refusal.invalid("refusal.task.decision");
        }
        decided.computeIfAbsent((String) variables.get("subject"), key -> new AtomicInteger())
                .incrementAndGet();
        return Map.of("decision", decision.name());
    }

    int decisionsOn(String subject) {
        return decided.getOrDefault(subject, new AtomicInteger()).get();
    }
}
