package fr.educentre.assidu.shell;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** JSON that somebody sent: a tree takes many times the memory of its text, so that its parts are counted as they are read. */
public final class SentJson {

    private static final int MOST_TOKENS = 1_000_000;
    private static final int DEEPEST = 200;
    private static final int LONGEST_TEXT = 2 * 1024 * 1024;

    private SentJson() {}

    /** Refuses, as it refuses what is no JSON, what has more parts, is deeper or holds longer texts than anything that is sent. */
    public static JsonMapper.Builder mapper() {
        return JsonMapper.builder(JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxTokenCount(MOST_TOKENS)
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .build())
                .build());
    }
}
