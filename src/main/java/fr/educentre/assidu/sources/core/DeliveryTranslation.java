package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.shell.Wording;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a delivery means. */
public sealed interface DeliveryTranslation {

    /**
     * @param complete sessions whose data are complete once the traces are recorded
     * @param note what else is to be known of the delivery
     */
    record Traces(List<NewTrace> traces, Set<UUID> complete, Wording note) implements DeliveryTranslation {
        public Traces {
            traces = List.copyOf(traces);
            complete = Set.copyOf(complete);
        }

        public Traces(List<NewTrace> traces, Set<UUID> complete) {
            this(traces, complete, Wording.NONE);
        }

        public static Traces of(List<NewTrace> traces) {
            return new Traces(traces, Set.of());
        }
    }

    /** Understood, and nothing to record. */
    record Nothing(Wording why) implements DeliveryTranslation {}

    /** Waits for a person to mend something, then to be processed again. @param why with the remedy */
    record NotUnderstood(Wording why) implements DeliveryTranslation {}
}
