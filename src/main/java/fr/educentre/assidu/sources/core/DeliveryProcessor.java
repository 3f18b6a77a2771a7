package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.evidence.Deliveries;
import fr.educentre.assidu.evidence.Deliveries.Delivery;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.shell.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Translates deliveries and records their traces, in the caller's transaction. */
@Component
class DeliveryProcessor {

    private final Map<String, DeliveryTranslator> translators = new HashMap<>();
    private final Deliveries deliveries;
    private final Evidences evidences;
    private final SourceStateStore states;
    private final ApplicationEventPublisher events;

    DeliveryProcessor(
            List<DeliveryTranslator> translators,
            Deliveries deliveries,
            Evidences evidences,
            SourceStateStore states,
            ApplicationEventPublisher events) {
        translators.forEach(one -> this.translators.put(one.connector(), one));
        this.deliveries = deliveries;
        this.evidences = evidences;
        this.states = states;
        this.events = events;
    }

    void all(String connector, List<Delivery> given) {
        if (given.isEmpty()) {
            return;
        }
        List<NewTrace> traces = new ArrayList<>();
        Set<UUID> complete = new LinkedHashSet<>();
        boolean understood = false;
        for (Delivery delivery : given) {
            switch (translate(connector, delivery)) {
                case DeliveryTranslation.Traces found -> {
                    traces.addAll(found.traces());
                    complete.addAll(found.complete());
                    deliveries.processed(
                            delivery.id(),
                            Wording.of(
                                            "connectors.outcome.traces",
                                            found.traces().size())
                                    .and(found.note()));
                    understood = true;
                }
                case DeliveryTranslation.Nothing nothing -> {
                    deliveries.processed(delivery.id(), nothing.why());
                    understood = true;
                }
                case DeliveryTranslation.NotUnderstood not -> {
                    deliveries.notUnderstood(delivery.id(), not.why());
                    states.failed(connector, not.why());
                }
            }
        }
        evidences.record(traces);
        complete.forEach(session -> events.publishEvent(new Evidences.SourceCompleted(session)));
        if (understood) {
            states.succeeded(connector);
        }
    }

    private DeliveryTranslation translate(String connector, Delivery delivery) {
        DeliveryTranslator translator = translators.get(connector);
        return translator == null
                ? new DeliveryTranslation.NotUnderstood(Wording.of("connectors.problem.noTranslator", connector))
                : translator.translate(delivery);
    }

    Wording brokenDown() {
        return Wording.of("connectors.problem.internal");
    }
}
