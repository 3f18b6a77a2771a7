package fr.educentre.assidu.privacy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a module holds of one learner: rows by what they are, and files. */
public final class PersonalData {

    private final UUID learnerId;
    private final JsonMapper json;
    private final Map<String, List<JsonNode>> rows = new LinkedHashMap<>();
    private final Map<String, Supplier<byte[]>> files = new LinkedHashMap<>();

    PersonalData(UUID learnerId, JsonMapper json) {
        this.learnerId = learnerId;
        this.json = json;
    }

    /**
     * @param what plural, in lower case letters
     * @param query each row one JSON object in its first column; it is given the learner as {@code :learner}
     */
    public PersonalData rows(String what, JdbcClient.StatementSpec query) {
        rows.computeIfAbsent(what, name -> new ArrayList<>())
                .addAll(query.param("learner", learnerId)
                        .query((row, n) -> json.readTree(row.getString(1)))
                        .list());
        return this;
    }

    /** @param name within the archive, without anything that tells of a person; @param bytes read when its turn comes */
    public PersonalData file(String name, Supplier<byte[]> bytes) {
        files.put(name, bytes);
        return this;
    }

    Map<String, List<JsonNode>> rows() {
        return Collections.unmodifiableMap(rows);
    }

    Map<String, Supplier<byte[]>> files() {
        return Collections.unmodifiableMap(files);
    }
}
