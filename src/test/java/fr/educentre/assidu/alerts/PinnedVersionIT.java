package fr.educentre.assidu.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.SystemActor;
import fr.educentre.assidu.alerts.Alerts.AlertView;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.Draft;
import fr.educentre.assidu.rules.RuleWarnings;
import fr.educentre.assidu.rules.RuleWatch;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What began with a version ends with it; what came of a rule is counted. */
@AssiduIT
class PinnedVersionIT {

    private static final Instant START = Instant.parse("2028-02-07T08:00:00Z");
    private static final String TEXT = """
            règle "%s"
            pour les apprenants du groupe %s
            quand
                l'apprenant a au moins %d demi-journées d'absence, justifiées ou non, sur les 30 derniers jours
            alors
            prévenir le référent\
        """;

    @Autowired
    JdbcClient sql;

    @Autowired
    BackgroundWork background;

    @Autowired
    Calls calls;

    @Autowired
    RuleBook book;

    @Autowired
    RuleWatch watch;

    @Autowired
    RuleWarnings remarks;

    @Autowired
    Alerts alerts;

    private SmallCentre centre;
    private UUID learner;
    private UUID rule;
    private UUID second;

    @BeforeEach
    void two_absences_under_the_first_version() {
        background.leap(START);
        centre = new SmallCentre(sql, 1);
        learner = centre.learners.getFirst();
        calls.account("t-" + centre.code, Role.TRAINER, centre.trainer);
        acting();
        rule = book.create("assiduity", Draft.of(text(2))).id();
        book.publish(rule, 1, "Essai");
        UUID first = centre.session(START);
        second = centre.session(START.plus(Duration.ofDays(1)));
        background.leap(START.plus(Duration.ofHours(2)));
        mark(first, "ABSENT");
        background.leap(START.plus(Duration.ofHours(26)));
        mark(second, "ABSENT");
        evaluate();
        assertThat(alert()).isNotNull();
    }

    @AfterEach
    void retire() {
        acting();
        book.retire(rule, "Fin de l'essai");
    }

    @Test
    void an_alert_is_held_to_the_version_that_raised_it() {
        acting();
        book.draft(rule, Draft.of(text(5)));
        book.publish(rule, 2, "Trop d'alertes");
        evaluate();
        assertThat(alert().state()).isEqualTo("OPEN");
        assertThat(alert().raisedBy().ruleVersion()).isEqualTo(1);
        assertThat(alerts.stillHolds(alert().id())).isTrue();
        mark(second, "PRESENT");
        evaluate();
        assertThat(alert().state()).isEqualTo("RESOLVED");
        assertThat(alerts.stillHolds(alert().id())).isFalse();
    }

    @Test
    void a_looser_version_does_not_rewrite_why_the_alert_was_raised() {
        Wording why = alert().finding().explanation();
        acting();
        book.draft(rule, Draft.of(text(1)));
        book.publish(rule, 2, "Plus tôt");
        evaluate();
        assertThat(alerts.ofLearner(learner).stream()
                        .filter(one -> one.raisedBy().ruleId().equals(rule)))
                .hasSize(1);
        assertThat(alert().finding().explanation()).isEqualTo(why);
    }

    @Test
    void firings_learners_and_returns_are_counted() {
        assertThat(watch.lately(30).get(rule)).isEqualTo(new RuleWatch.Count(1, 1, 0, 0));
        background.leap(START.plus(Duration.ofDays(3)));
        UUID third = centre.session(START.plus(Duration.ofDays(3)));
        background.leap(START.plus(Duration.ofDays(3)).plus(Duration.ofHours(1)));
        mark(third, "PRESENT");
        background.leap(START.plus(Duration.ofDays(9)));
        assertThat(watch.lately(30).get(rule)).isEqualTo(new RuleWatch.Count(1, 1, 1, 1));
        var course = watch.course(rule, 4);
        assertThat(course.weeks()).extracting(RuleWatch.Week::firings).containsExactly(0, 0, 1, 0);
        assertThat(course.count().returnedShare()).isEqualTo(1.0);
        assertThat(watch.lately(1)).doesNotContainKey(rule);
    }

    @Test
    void rules_that_touch_the_same_learners_and_say_the_same_are_pointed_out() {
        acting();
        UUID twin = book.create("assiduity", Draft.of(text(2).replace("Épinglée", "Jumelle")))
                .id();
        book.publish(twin, 1, "Essai");
        try {
            evaluate();
            assertThat(watch.course(rule, 4).overlaps()).anySatisfy(overlap -> {
                assertThat(overlap.ruleId()).isEqualTo(twin);
                assertThat(overlap.learners()).isEqualTo(1);
                assertThat(overlap.share()).isEqualTo(1.0);
            });
            assertThat(remarks.all())
                    .filteredOn(remark -> remark.kind() == RuleWarnings.Kind.REPEATS)
                    .anySatisfy(remark -> assertThat(List.of(remark.ruleId(), remark.otherId()))
                            .contains(rule, twin));
        } finally {
            acting();
            book.retire(twin, "Fin de l'essai");
        }
    }

    private String text(int halfDays) {
        return TEXT.formatted("Épinglée " + centre.code, "G-" + centre.code, halfDays);
    }

    private void acting() {
        calls.actAs("pinned-quality", Role.QUALITY_MANAGER, new UUID(0, 31));
    }

    private void evaluate() {
        SystemActor.run(() -> alerts.evaluate(List.of(learner)));
    }

    private AlertView alert() {
        return alerts.ofLearner(learner).stream()
                .filter(one -> one.raisedBy().ruleId().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private void mark(UUID session, String status) {
        assertThat(calls.send(HttpRequest.newBuilder(
                                        calls.uri("/api/v1/sessions/" + session + "/attendance/" + learner))
                                .header("Authorization", calls.authorization("t-" + centre.code))
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(
                                        "{\"status\":\"" + status + "\",\"reason\":\"Appel\"}"))
                                .build())
                        .statusCode())
                .isBetween(200, 204);
    }
}
