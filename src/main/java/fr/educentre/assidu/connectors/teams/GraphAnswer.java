package fr.educentre.assidu.connectors.teams;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** What came of a call to Graph. */
sealed interface GraphAnswer {

    /** @param body an empty object where nothing was answered */
    @SuppressWarnings("ArrayRecordComponent")
    record Ok(JsonNode body, byte[] bytes) implements GraphAnswer {}

    record Later(Duration after) implements GraphAnswer {}

    record Failed(GraphProblem problem) implements GraphAnswer {}
}
