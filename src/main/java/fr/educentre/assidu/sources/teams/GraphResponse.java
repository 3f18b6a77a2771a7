package fr.educentre.assidu.sources.teams;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** What came of a call to Graph. */
sealed interface GraphResponse {

    /** @param body an empty object where nothing was answered */
    @SuppressWarnings("ArrayRecordComponent")
    record Ok(JsonNode body, byte[] bytes) implements GraphResponse {}

    record Later(Duration after) implements GraphResponse {}

    record Failed(GraphProblem problem) implements GraphResponse {}
}
