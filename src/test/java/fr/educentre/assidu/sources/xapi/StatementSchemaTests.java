package fr.educentre.assidu.sources.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class StatementSchemaTests {

    private final JsonMapper json = JsonMapper.builder().build();

    private static final String WHOLE = """
            {"id":"12345678-1234-4234-8234-123456789abc",
             "actor":{"objectType":"Agent","name":"Zoé","mbox":"mailto:zoe@exemple.fr"},
             "verb":{"id":"http://adlnet.gov/expapi/verbs/completed","display":{"fr":"terminé"}},
             "object":{"id":"https://cours.exemple.fr/m1","definition":{"name":{"fr":"Module 1"},"type":"http://a.b/c",
               "interactionType":"choice","choices":[{"id":"a","description":{"fr":"A"}}],"correctResponsesPattern":["a"],
               "extensions":{"http://x.y/z":null}}},
             "result":{"score":{"scaled":0.5,"raw":5,"min":0,"max":10},"success":true,"completion":true,"duration":"P1DT2H3.5S"},
             "context":{"registration":"12345678-1234-4234-8234-123456789abd","language":"fr-FR","revision":"2",
               "contextActivities":{"parent":{"id":"http://a.b/course"},"category":[]},
               "statement":{"objectType":"StatementRef","id":"12345678-1234-4234-8234-123456789abe"}},
             "timestamp":"2026-03-29T10:00:00.123456+02:00","version":"1.0.3"}""";

    @Test
    void a_whole_statement_is_accepted() {
        assertThatCode(() -> check(WHOLE)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"verb":{"id":"http://a/b"},"object":{"id":"http://a/c"}}                                              | $.actor
            {"actor":{},"verb":{"id":"http://a/b"},"object":{"id":"http://a/c"}}                                    | $.actor
            {"actor":{"mbox":"zoe@exemple.fr"},"verb":{"id":"http://a/b"},"object":{"id":"http://a/c"}}             | $.actor.mbox
            {"actor":{"mbox":"mailto:a@b","openid":"http://a"},"verb":{"id":"http://a/b"},"object":{"id":"http://a/c"}} | $.actor
            {"actor":{"mbox":"mailto:a@b"},"verb":{"id":"sans schéma"},"object":{"id":"http://a/c"}}                | $.verb.id
            {"actor":{"mbox":"mailto:a@b"},"verb":{"id":"http://a/b"},"object":{"id":"http://a/c"},"result":{"score":{"scaled":1.2}}} | $.result.score.scaled
            {"actor":{"mbox":"mailto:a@b"},"verb":{"id":"http://a/b"},"object":{"id":"http://a/c"},"result":{"success":"true"}} | $.result.success
            {"actor":{"mbox":"mailto:a@b"},"verb":{"id":"http://a/b"},"object":{"id":"http://a/c"},"result":{"duration":"12s"}} | $.result.duration
            {"actor":{"mbox":"mailto:a@b"},"verb":{"id":"http://a/b"},"object":{"id":"http://a/c"},"timestamp":"2026-01-01T00:00:00-00:00"} | $.timestamp
            {"actor":{"mbox":"mailto:a@b"},"verb":{"id":"http://a/b"},"object":{"id":"http://a/c"},"timestamp":"hier"} | $.timestamp
            {"actor":{"mbox":"mailto:a@b"},"verb":{"id":"http://a/b"},"object":{"id":"http://a/c"},"inconnu":1}      | $.inconnu
            {"actor":{"mbox":"mailto:a@b"},"verb":{"id":"http://a/b"},"object":{"id":"http://a/c"},"result":null}    | $.result
            {"actor":{"mbox":"mailto:a@b"},"verb":{"id":"http://a/b"},"object":{"id":"http://a/c"},"version":"1.1.0"} | $.version
            {"actor":{"mbox":"mailto:a@b"},"verb":{"id":"http://a/b"},"object":{"id":"http://a/c"},"id":"1234"}      | $.id
            {"actor":{"mbox":"mailto:a@b"},"verb":{"id":"http://a/b","display":{"français !":"x"}},"object":{"id":"http://a/c"}} | $.verb.display['français !']
            {"actor":{"mbox":"mailto:a@b"},"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},"object":{"id":"http://a/c"}} | $.object
            {"actor":{"mbox":"mailto:a@b"},"verb":{"id":"http://a/b"},"object":{"objectType":"Chose","id":"http://a/c"}} | $.object.objectType
            {"actor":{"mbox":"mailto:a@b"},"verb":{"id":"http://a/b"},"object":{"id":"http://a/c"},"context":{"extensions":{"clé":1}}} | $.context.extensions['clé']
            {"actor":{"mbox":"mailto:a@b"},"verb":{"id":"http://a/b"},"object":{"objectType":"SubStatement","actor":{"mbox":"mailto:a@b"},"verb":{"id":"http://a/b"},"object":{"objectType":"SubStatement"}}} | $.object.object.objectType
            {"actor":{"objectType":"Group","member":[]},"verb":{"id":"http://a/b"},"object":{"id":"http://a/c"}}     | $.actor.member
            """)
    void a_malformed_statement_is_refused_with_the_path(String statement, String path) {
        var refusal = catchThrowableOfType(InvalidStatement.class, () -> check(statement));
        assertThat(refusal).isNotNull();
        assertThat(refusal.arguments().getFirst()).isEqualTo(path);
    }

    @Test
    void timestamps_are_read_with_any_offset() {
        for (String text : List.of(
                "2026-03-29T10:00:00Z",
                "2026-03-29T12:00:00+02:00",
                "2026-03-29T12:00:00+0200",
                "2026-03-29T12:00:00+02",
                "2026-03-29T10:00:00")) {
            assertThat(XapiFormats.instant(text)).as(text).hasValue(java.time.Instant.parse("2026-03-29T10:00:00Z"));
        }
    }

    private void check(String statement) {
        StatementSchema.STATEMENT.check(json.readValue(statement, Object.class), "$");
    }
}
