package fr.educentre.assidu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.TypedJobHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** What jobs carried as text in the version before is read as what they carry now, under the same key. */
@AssiduIT
class EarlierPayloadsIT {

    private static final String ID = "01a07fba-6e2c-7d54-8000-0000000000a1";
    private static final String OTHER = "01a07fba-6e2c-7d54-8000-0000000000b2";

    /** Key and text as they stood in the database, of every kind of job that the version before knew. */
    private static final Map<String, List<EarlierJob>> KEPT = Map.of(
            "messaging.send",
            List.of(new EarlierJob(ID, "")),
            "training.import",
            List.of(new EarlierJob(ID, "")),
            "connectors.calendars",
            List.of(new EarlierJob(ID, "")),
            "workflow.nightly",
            List.of(new EarlierJob("alerts.evaluate/2026-11-30", "alerts.evaluate")),
            "workflow.tell",
            List.of(new EarlierJob("absence_justifiee@absence:" + ID, "")),
            "alerts.evaluate",
            List.of(
                    new EarlierJob("session:" + ID, ""),
                    new EarlierJob("learner:" + ID, ""),
                    new EarlierJob("learner:" + ID + "@2026-11-30T10:15:30Z", ""),
                    new EarlierJob("due::" + ID, ""),
                    new EarlierJob("due:" + ID + ":" + OTHER, ""),
                    new EarlierJob("due:without group", "")),
            ProbeJob.NAME,
            List.of(new EarlierJob("key", "text")));

    /** Their payloads have been JSON from the first. */
    private static final Set<String> YOUNGER = Set.of("attendance.decide", "progress.count");

    private record EarlierJob(String key, String text) {}

    @Autowired
    ObjectProvider<TypedJobHandler<?>> handlers;

    @Autowired
    JobPayloads payloads;

    @Test
    void each_kind_of_job_reads_what_the_version_before_kept() {
        Map<String, DurableJobType<?>> types = handlers.stream()
                .map(TypedJobHandler::type)
                .collect(Collectors.toMap(DurableJobType::name, type -> type, (one, same) -> one, LinkedHashMap::new));
        assertThat(types.keySet()).containsAll(YOUNGER);
        types.keySet().removeAll(YOUNGER);
        assertThat(types.keySet()).containsExactlyInAnyOrderElementsOf(KEPT.keySet());
        types.forEach((name, type) -> KEPT.get(name).forEach(kept -> read(type, kept)));
    }

    private <P> void read(DurableJobType<P> type, EarlierJob kept) {
        P payload = payloads.read(type, kept.key(), kept.text());
        assertThat(type.key().apply(payload)).as(type.name()).isEqualTo(kept.key());
        String json = payloads.write(type, payload);
        assertThat(json).startsWith("{");
        assertThat(payloads.read(type, kept.key(), json)).isEqualTo(payload);
    }
}
