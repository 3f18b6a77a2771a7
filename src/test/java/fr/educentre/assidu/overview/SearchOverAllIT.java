package fr.educentre.assidu.overview;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.GlobalSearch;
import fr.educentre.assidu.shell.GlobalSearch.KindFound;
import fr.educentre.assidu.shell.SearchSource.Hit;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.SqlCounter;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** People, groups, sessions, documents and rules are found by the beginnings of their words, as far as their reader may see them. */
@AssiduIT
class SearchOverAllIT {

    private static final Instant START = Instant.parse("2027-11-30T08:00:00Z");

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    SqlCounter counter;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    GlobalSearch search;

    private SmallCentre centre;
    private UUID session;

    @BeforeEach
    void a_group() {
        centre = new SmallCentre(sql, 7);
        session = centre.session(START);
        sql.sql("update learner set first_name = 'Zoé-Anne', last_name = ? where id = ?")
                .params("Dœufçal " + centre.code, centre.learners.getFirst())
                .update();
        sql.sql("update learner_group set name = ? where id = ?")
                .params("Été " + centre.code, centre.group)
                .update();
        sql.sql("update training_session set title = ? where id = ?")
                .params("Théâtre " + centre.code, session)
                .update();
        calls.actAs("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    @AfterEach
    void nobody() {
        Calls.actAsSystem();
    }

    @Test
    void words_are_begun_in_any_order_whatever_their_case_and_accents() {
        for (String typed : List.of("zoe doeufcal " + centre.code, "DŒUF anne " + centre.code, centre.code + " ZO")) {
            assertThat(found(typed).get("learners")).as(typed).singleElement().satisfies(hit -> {
                assertThat(hit.title()).isEqualTo("Zoé-Anne Dœufçal " + centre.code);
                assertThat(hit.path()).isEqualTo("apprenants/" + centre.learners.getFirst());
            });
        }
        assertThat(found("l3-" + centre.code).get("learners")).as("by address").hasSize(1);
        assertThat(found("ete " + centre.code).get("groups"))
                .singleElement()
                .satisfies(hit -> assertThat(hit.path()).isEqualTo("groupes/" + centre.group));
        assertThat(found("theatre " + centre.code).get("sessions"))
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.path()).isEqualTo("seances/" + session);
                    assertThat(hit.detail()).contains("30 nov. 2027", "Été");
                });
        assertThat(found("absences trois").get("rules")).isNotEmpty();
        assertThat(search.find("x")).as("one letter").isEmpty();
        assertThat(search.find("  ;:' & | !  ")).isEmpty();
        assertThat(search.find("'); drop table learner; --" + centre.code)).isEmpty();
    }

    @Test
    void a_document_is_found_by_its_number_and_leads_to_whose_it_is() {
        UUID id = SmallCentre.id();
        UUID learner = centre.learners.getFirst();
        sql.sql("""
                insert into issued_document (id, kind, number, scope, subject, version, learner_id, title, inputs, fingerprint, media_type,
                                             bytes, sha256, code, state, issued_at, issued_by)
                values (:id, 'REPORT', :number, :number, :number, 1, :learner, 'Relevé d''essai', '{}', '', 'text/plain', '', '', :number,
                        'VALID', now(), 'Essai')
                """)
                .param("id", id)
                .param("number", "REL-" + centre.code)
                .param("learner", learner)
                .update();
        assertThat(found("rel " + centre.code).get("documents")).singleElement().satisfies(hit -> {
            assertThat(hit.title()).isEqualTo("REL-" + centre.code);
            assertThat(hit.path()).isEqualTo("preuves?apprenant=" + learner);
        });
        calls.actAs("t2-" + centre.code, Role.TRAINER, new SmallCentre(sql, 1).trainer);
        assertThat(found("rel " + centre.code)).isEmpty();
    }

    @Test
    void a_few_of_each_kind_are_told_and_where_the_others_are() {
        KindFound learners = search.find(centre.code).stream()
                .filter(kind -> kind.kind().equals("learners"))
                .findFirst()
                .orElseThrow();
        assertThat(learners.hits()).hasSize(5);
        assertThat(learners.more()).isTrue();
        assertThat(learners.all()).isEqualTo("apprenants?q=" + centre.code);
    }

    @Test
    void a_trainer_finds_their_own_and_a_learner_nothing() {
        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
        assertThat(found(centre.code)).containsKeys("learners", "groups", "sessions");
        calls.actAs("t2-" + centre.code, Role.TRAINER, new SmallCentre(sql, 1).trainer);
        assertThat(found(centre.code)).isEmpty();
        assertThat(found("absences trois")).containsOnlyKeys("rules");
        String learner = "l-" + centre.code;
        calls.account(learner, Role.LEARNER, centre.learners.getFirst());
        assertThat(calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/search?q=" + centre.code))
                                .header("Authorization", calls.authorization(learner))
                                .build())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_call_answers_kind_by_kind() {
        var answer = calls.send(HttpRequest.newBuilder(calls.uri(
                        "/api/v1/search?q=" + URLEncoder.encode("été " + centre.code, StandardCharsets.UTF_8)))
                .header("Authorization", calls.authorization("q-" + centre.code))
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"kind\":\"groups\"", "\"path\":\"groupes/" + centre.group + "\"");
    }

    @Test
    void one_statement_a_kind_each_led_by_its_index() throws Exception {
        List<String> statements = counter.statementsOf(() -> search.find(centre.code));
        assertThat(statements).hasSize(5);
        String plans = transaction.execute(status -> {
            // Of a small table of which nothing is counted the order of names is as good: whether the words' index can
            // serve is asked.
            sql.sql("set local enable_seqscan = off").update();
            sql.sql("set local enable_indexscan = off").update();
            String all =
                    statements.stream().map(one -> String.join("\n", plan(one))).collect(Collectors.joining("\n"));
            status.setRollbackOnly();
            return all;
        });
        assertThat(plans)
                .contains(
                        "learner_words",
                        "learner_group_words",
                        "training_session_words",
                        "issued_document_words",
                        "rule_words");
    }

    private List<String> plan(String statement) {
        return sql.sql("explain "
                        + statement
                                .replace("cast(? as tsquery)", "cast('lou:*' as tsquery)")
                                // Of so few sessions those of some time are as soon read: their words alone are asked
                                // for.
                                .replace("s.starts_at >= ?", "true")
                                .replace("s.starts_at < ?", "true")
                                .replace("?", "null"))
                .query(String.class)
                .list();
    }

    private Map<String, List<Hit>> found(String typed) {
        return search.find(typed).stream().collect(Collectors.toMap(KindFound::kind, KindFound::hits));
    }
}
