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
import fr.educentre.assidu.training.WorkingDays;
import fr.educentre.assidu.workflow.TaskFilter;
import fr.educentre.assidu.workflow.TaskKind;
import fr.educentre.assidu.workflow.TaskKind.Decision;
import fr.educentre.assidu.workflow.TaskList;
import fr.educentre.assidu.workflow.TaskList.TaskView;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

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
    void a_task_whose_process_says_no_day_is_due_in_working_days_all_the_same() {
        String id = offer("role:NOBODY", null);
        Date due = engine.createTaskQuery().taskId(id).singleResult().getDueDate();
        assertThat(due)
                .as("by the engine as by the list: lists are ordered by it")
                .isNotNull();
        TaskView task = tasks.get(trainer, id);
        assertThat(task.dates().dueAt()).isEqualTo(due.toInstant());
        WorkingDays days = WorkingDays.of(ZoneId.of("Europe/Paris"));
        assertThat(task.dates().dueAt())
                .isEqualTo(days.endOfWorkingDay(days.plus(task.dates().createdAt(), 3)));
    }

    @Test
    void a_task_created_before_all_were_due_is_due_too() {
        String id = offer("role:NOBODY", null);
        Task old = engine.createTaskQuery().taskId(id).singleResult();
        old.setDueDate(null);
        engine.saveTask(old);
        assertThat(tasks.get(trainer, id).dates().dueAt())
                .isAfter(tasks.get(trainer, id).dates().createdAt());
    }

    @Test
    void every_kind_of_task_is_offered_with_a_day_by_which_it_is_due() {
        assertThat(kinds)
                .isNotEmpty()
                .allSatisfy(kind -> assertThat(kind.withinWorkingDays()).isPositive());
    }

    @Autowired
    List<TaskKind> kinds;

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
    void who_takes_a_task_has_it_until_it_is_given_back_or_away() {
        String id = offer("role:REFERENT", 2);
        String first = referent();
        String second = referent();
        assertThat(call(first, "POST", "/api/v1/tasks/" + id + "/claim", "").statusCode())
                .isEqualTo(204);
        assertThat(call(first, "POST", "/api/v1/tasks/" + id + "/claim", "").statusCode())
                .as("a second time")
                .isEqualTo(204);
        assertThat(call(second, "GET", "/api/v1/tasks/" + id, "").body())
                .as("in sight of the others, with whose it is")
                .contains("\"assignee\":\"" + first + "\"");
        for (String act : List.of("claim", "release", "complete", "delegate")) {
            var answer = call(
                    second,
                    "POST",
                    "/api/v1/tasks/" + id + "/" + act,
                    act.equals("complete") ? "{\"decision\":\"APPROVE\"}" : "{\"to\":\"" + second + "\"}");
            assertThat(answer.statusCode()).as(act).isEqualTo(409);
            assertThat(answer.body()).as(act).contains("collègue");
        }
        assertThat(probe.decisionsOn(subject)).isZero();
        assertThat(ids(first, "?mine=true")).contains(id);
        assertThat(ids(second, "?mine=true")).doesNotContain(id);
        assertThat(ids(second, "?role=REFERENT")).contains(id);

        assertThat(call(first, "POST", "/api/v1/tasks/" + id + "/delegate", "{\"to\":\"nobody\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(call(first, "POST", "/api/v1/tasks/" + id + "/delegate", "{\"to\":\"" + second + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(ids(second, "?mine=true")).contains(id);
        assertThat(call(second, "POST", "/api/v1/tasks/" + id + "/release", "").statusCode())
                .isEqualTo(204);
        assertThat(call(first, "POST", "/api/v1/tasks/" + id + "/complete", "{\"decision\":\"APPROVE\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void a_task_given_to_a_colleague_it_was_not_offered_to_is_theirs() {
        String id = offer("role:NOBODY", 2);
        String mine = "trainer-" + trainerId;
        calls.account(mine, Role.TRAINER, trainerId);
        String other = referent();
        assertThat(call(other, "GET", "/api/v1/tasks/" + id, "").statusCode()).isEqualTo(403);
        assertThat(call(mine, "POST", "/api/v1/tasks/" + id + "/delegate", "{\"to\":\"" + other + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(call(mine, "POST", "/api/v1/tasks/" + id + "/complete", "{\"decision\":\"APPROVE\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(call(other, "POST", "/api/v1/tasks/" + id + "/complete", "{\"decision\":\"APPROVE\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void a_task_that_a_colleague_holds_waits_for_nobody_else_and_a_quality_manager_still_does_it() {
        String id = offer("role:NOBODY", 2);
        assertThat(tasks.countOf(trainer)).isEqualTo(1);
        engine.setAssignee(id, "account:away");
        assertThat(tasks.countOf(trainer)).isZero();
        assertThat(tasks.of(trainer, TaskFilter.NONE, 0, 50).items())
                .extracting(task -> task.holder().assigneeName())
                .containsExactly("away");
        tasks.complete(quality, id, Decision.APPROVE, "");
        assertThat(probe.decisionsOn(subject)).isEqualTo(1);
    }

    @Test
    void the_list_is_narrowed_down() {
        String late = offer("role:NOBODY", -3);
        String early = offer("role:NOBODY", 400);
        String mine = "trainer-" + trainerId;
        calls.account(mine, Role.TRAINER, trainerId);
        assertThat(ids(mine, "?overdue=true")).containsExactly(late);
        assertThat(ids(mine, "?kind=test-decide")).containsExactly(late, early);
        assertThat(ids(mine, "?kind=verifier-document")).isEmpty();
        assertThat(ids(mine, "?mine=true")).as("offered by name").containsExactly(late, early);
        assertThat(ids(mine, "?role=REFERENT")).isEmpty();
        assertThat(call(mine, "GET", "/api/v1/tasks?role=BOSS", "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void several_are_decided_at_once_and_each_that_is_not_says_why() {
        String first = offer("role:NOBODY", 2);
        String second = offer("role:NOBODY", 3);
        String gone = UUID.randomUUID().toString();
        String mine = "trainer-" + trainerId;
        calls.account(mine, Role.TRAINER, trainerId);
        var answer = call(
                mine,
                "POST",
                "/api/v1/tasks/complete",
                "{\"tasks\":[\"" + String.join("\",\"", first, second, gone, first) + "\"],\"decision\":\"APPROVE\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        var outcome = JsonMapper.shared().readTree(answer.body());
        assertThat(outcome.path("done").valueStream().map(id -> id.asString())).containsExactly(first, second);
        assertThat(outcome.path("refused")
                        .valueStream()
                        .map(one -> one.path("id").asString()))
                .containsExactly(gone);
        assertThat(outcome.path("refused").get(0).path("problem").asString()).isNotBlank();
        assertThat(probe.decisionsOn(subject)).isEqualTo(2);
        assertThat(call(mine, "POST", "/api/v1/tasks/complete", "{\"tasks\":[],\"decision\":\"APPROVE\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    private String referent() {
        String name = "referent-" + UUID.randomUUID();
        calls.account(name, Role.REFERENT, UUID.randomUUID());
        return name;
    }

    private List<String> ids(String account, String asked) {
        return JsonMapper.shared()
                .readTree(call(
                                account,
                                "GET",
                                "/api/v1/tasks" + asked + (asked.contains("REFERENT") ? "&size=500" : ""),
                                "")
                        .body())
                .path("items")
                .valueStream()
                .map(task -> task.path("id").asString())
                .toList();
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

    private String offer(String role, @Nullable Integer dueInDays) {
        String instance = runtime.startProcessInstanceByKey(
                        "test-task",
                        Variables.putValue("subject", subject)
                                .putValue("person", "person:" + trainerId)
                                .putValue("role", role)
                                .putValue(
                                        "due",
                                        dueInDays == null
                                                ? null
                                                : Date.from(Instant.now().plus(Duration.ofDays(dueInDays)))))
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
