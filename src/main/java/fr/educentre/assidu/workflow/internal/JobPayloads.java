package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.workflow.DurableJobType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a job carries, as JSON; what the version before kept as text is told from it by its first character. */
@Component
class JobPayloads {

    private final JsonMapper json = JsonMapper.builder().build();

    <P> String write(DurableJobType<P> type, P payload) {
        return json.writerFor(type.payload()).writeValueAsString(payload);
    }

    <P> P read(DurableJobType<P> type, String key, String kept) {
        return kept.startsWith("{")
                ? json.readValue(kept, type.payload())
                : type.earlier().read(key, kept);
    }
}
