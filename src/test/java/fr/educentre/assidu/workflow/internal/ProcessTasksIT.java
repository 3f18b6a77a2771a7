package fr.educentre.assidu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.SystemActor;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SqlCounter;
import fr.educentre.assidu.workflow.TaskKind.Decision;
import fr.educentre.assidu.workflow.TaskList;
import fr.educentre.assidu.workflow.TaskList.TaskView;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AssiduIT
class ProcessTasksIT {

    @Autowired
    TaskList tasks;

    @Autowired
    ProbeTask probe;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService engine;

    @Autowired
    SqlCounter counter;

    @Autowired
    Calls calls;

    private final UUID trainerId = UUID.randomUUID();
    private final Actor trainer = actor(Role.TRAINER, trainerId);
    private final Actor otherTrainer = actor(Role.TRAINER, UUID.randomUUID());
    private final Actor quality = actor(Role.QUALITY_MANAGER, null);
    private final String subject = UUID.randomUUID().toString();

    @Test
    void a_task_is_seen_by_those_it_is_offered_to_and_by_the_quality_manager() {
        String id = offer("role:NOBODY", 2);
        assertThat(tasks.get(trainer, id).facts()).containsEntry("sujet", subject);
        assertThat(tasks.get(trainer, id).title()).isEqualTo("Décider " + subject);
        assertThat(tasks.get(quality, id).id()).isEqualTo(id);
        assertThat(tasks.of(trainer, 0, 50).items()).extracting(TaskView::id).containsExactly(id);
        assertThat(tasks.countOf(otherTrainer)).isZero();
        assertRefused(Refusal.Kind.NOT_YOURS, () -> tasks.get(otherTrainer, id));
        assertRefused(Refusal.Kind.NOT_YOURS, () -> tasks.complete(otherTrainer, id, Decision.APPROVE, ""));
        assertRefused(
                Refusal.Kind.NOT_FOUND,
                () -> tasks.get(trainer, UUID.randomUUID().toString()));
    }

    @Test
    void a_task_offered_to_a_role_is_seen_by_all_of_that_role() {
        String id = offer("role:REFERENT", 2);
        Actor referent = actor(Role.REFERENT, UUID.randomUUID());
        assertThat(tasks.get(referent, id).id()).isEqualTo(id);
        tasks.complete(referent, id, Decision.APPROVE, "");
        assertRefused(Refusal.Kind.NOT_FOUND, () -> tasks.get(referent, id));
    }

    @Test
    void the_most_urgent_comes_first_and_the_number_of_statements_does_not_grow() throws Exception {
        String late = offer("role:NOBODY", 20);
        String soon = offer("role:NOBODY", 1);
        assertThat(tasks.of(trainer, 0, 50).items()).extracting(TaskView::id).containsExactly(soon, late);
        int few = counter.statementsOf(() -> tasks.of(trainer, 0, 50)).size();
        IntStream.range(0, 10).forEach(i -> offer("role:NOBODY", 3));
        assertThat(counter.statementsOf(() -> tasks.of(trainer, 0, 50))).hasSize(few);
    }

    @Test
    void what_the_kind_refuses_changes_nothing() {
        String id = offer("role:NOBODY", 2);
        assertRefused(Refusal.Kind.INVALID, () -> tasks.complete(trainer, id, Decision.REFUSE, " "));
        assertRefused(Refusal.Kind.INVALID, () -> tasks.complete(trainer, id, Decision.DONE, ""));
        assertThat(probe.decisionsOn(subject)).isZero();
        assertThat(tasks.get(trainer, id).id()).isEqualTo(id);
    }

    @Test
    void of_two_people_who_decide_at_once_one_is_told_that_it_is_done() {
        String id = offer("role:NOBODY", 2);
        List<String> outcomes = Stream.of(trainer, quality)
                .map(actor -> CompletableFuture.supplyAsync(() -> SystemActor.call(() -> {
                    try {
                        tasks.complete(actor, id, Decision.APPROVE, "");
                        return "done";
                    } catch (Refusal refusal) {
                        return refusal.kind().name();
                    }
                })))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(outcomes).contains("done").hasSize(2);
        assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
        assertThat(outcomes)
                .allMatch(outcome -> List.of("done", "CONFLICT", "NOT_FOUND").contains(outcome));
        assertThat(probe.decisionsOn(subject)).isEqualTo(1);
    }

    @Test
    void tasks_are_listed_and_completed_over_http_in_the_order_of_refusals() {
        String id = offer("role:NOBODY", 2);
        String mine = "trainer-" + trainerId;
        calls.account(mine, Role.TRAINER, trainerId);
        String other = "trainer-" + otherTrainer.personId();
        calls.account(other, Role.TRAINER, otherTrainer.personId());
        assertThat(call(mine, "GET", "/api/v1/tasks", "").body()).contains(id, "\"decisions\"");
        assertThat(call(mine, "GET", "/api/v1/tasks/" + id, "").statusCode()).isEqualTo(200);
        assertThat(call(other, "POST", "/api/v1/tasks/" + id + "/complete", "nonsense")
                        .statusCode())
                .isEqualTo(403);
        assertThat(call(mine, "POST", "/api/v1/tasks/nonsense/complete", "nonsense")
                        .statusCode())
                .isEqualTo(404);
        assertThat(call(mine, "POST", "/api/v1/tasks/" + id + "/complete", "nonsense")
                        .statusCode())
                .isEqualTo(400);
        assertThat(call(mine, "POST", "/api/v1/tasks/" + id + "/complete", "{\"decision\":\"MAYBE\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(call(mine, "POST", "/api/v1/tasks/" + id + "/complete", "{\"decision\":\"APPROVE\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(call(mine, "GET", "/api/v1/tasks/" + id, "").statusCode()).isEqualTo(404);
    }

    @Test
    void the_monitor_tells_what_runs_on_each_step() {
        offer("role:NOBODY", 2);
        calls.account("monitor", Role.QUALITY_MANAGER, UUID.randomUUID());
        assertThat(call("monitor", "GET", "/api/v1/processes", "").body())
                .contains("\"key\":\"durable-job\"", "\"name\":\"Décider\"");
        assertThat(call("monitor", "GET", "/api/v1/processes/instances?process=test-task&size=500", "")
                        .body())
                .contains("\"steps\":\"Décider\"");
    }

    private HttpResponse<String> call(String account, String verb, String path, String body) {
        return calls.send(HttpRequest.newBuilder(calls.uri(path))
                .method(verb, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", calls.authorization(account))
                .header("Content-Type", "application/json")
                .build());
    }

    private String offer(String role, int dueInDays) {
        String instance = runtime.startProcessInstanceByKey(
                        "test-task",
                        Map.of(
                                "subject",
                                subject,
                                "person",
                                "person:" + trainerId,
                                "role",
                                role,
                                "due",
                                Date.from(Instant.now().plus(Duration.ofDays(dueInDays)))))
                .getId();
        return engine.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private static Actor actor(Role role, UUID personId) {
        return new Actor(UUID.randomUUID(), "x", "X", role, personId);
    }

    private static void assertRefused(Refusal.Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }
}
