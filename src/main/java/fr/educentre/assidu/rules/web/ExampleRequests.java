package fr.educentre.assidu.rules.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.rules.RuleExample;
import fr.educentre.assidu.rules.RuleExample.Absence;
import fr.educentre.assidu.rules.RuleExample.Activity;
import fr.educentre.assidu.rules.RuleExample.Connection;
import fr.educentre.assidu.rules.RuleExample.Enrolment;
import fr.educentre.assidu.rules.RuleExample.Followed;
import fr.educentre.assidu.rules.RuleExample.Funding;
import fr.educentre.assidu.rules.RuleExample.Module;
import fr.educentre.assidu.rules.RuleExample.Pending;
import fr.educentre.assidu.rules.RuleExample.Person;
import fr.educentre.assidu.rules.RuleExample.Presence;
import fr.educentre.assidu.rules.RuleExample.Seance;
import fr.educentre.assidu.rules.RuleExample.Setting;
import fr.educentre.assidu.rules.RuleExample.Who;
import fr.educentre.assidu.rules.RuleExample.Work;
import fr.educentre.assidu.shell.Refusal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Examples as calls tell them; what is left out is nothing in particular. */
final class ExampleRequests {

    private ExampleRequests() {}

    record ExampleBody(
            @Nullable String name,
            @Nullable Boolean fires,
            @Nullable LocalDate today,
            @Nullable WhoBody learner,
            @Nullable List<@Nullable SeanceBody> sessions,
            @Nullable LocalTime at,
            @Nullable FollowedBody course) {

        RuleExample example() {
            return new RuleExample(
                    RuleRequests.required(name, "name"),
                    required(fires, "fires"),
                    today,
                    learner == null ? Who.ordinary() : learner.who(),
                    all(sessions, SeanceBody::seance),
                    at,
                    course == null ? Followed.nothing() : course.followed());
        }
    }

    record WhoBody(
            @JsonUnwrapped Enrolment enrolment,
            @JsonUnwrapped PersonBody person,
            @JsonUnwrapped PendingBody pending,
            @JsonUnwrapped Activity activity) {

        Who who() {
            return new Who(enrolment, person.person(), pending.pending(), activity);
        }
    }

    record PersonBody(
            @Nullable Boolean apprentice,
            @Nullable Boolean minor,
            @Nullable String outside,
            @Nullable String accommodations) {

        Person person() {
            return new Person(Boolean.TRUE.equals(apprentice), Boolean.TRUE.equals(minor), outside, accommodations);
        }
    }

    record PendingBody(
            @Nullable Boolean relaunchRunning, @Nullable Boolean underReview) {

        Pending pending() {
            return new Pending(Boolean.TRUE.equals(relaunchRunning), Boolean.TRUE.equals(underReview));
        }
    }

    record SeanceBody(
            @Nullable Integer daysAgo,
            @Nullable Boolean afternoon,
            @JsonUnwrapped Setting setting,
            @JsonUnwrapped PresenceBody presence,
            @JsonUnwrapped Absence absence) {

        Seance seance() {
            return new Seance(
                    required(daysAgo, "daysAgo"),
                    Boolean.TRUE.equals(afternoon),
                    setting,
                    presence.presence(),
                    absence);
        }
    }

    record PresenceBody(
            @Nullable String status,
            @Nullable Integer minutesLost,
            @Nullable Integer creditedMinutes,
            @Nullable List<@Nullable String> unsignedBy) {

        Presence presence() {
            return new Presence(
                    RuleRequests.required(status, "status"),
                    orNone(minutesLost),
                    creditedMinutes,
                    Set.copyOf(all(unsignedBy, who -> who)));
        }
    }

    record FollowedBody(
            @Nullable Integer agreedMinutes,
            @Nullable Integer creditedMinutes,
            @Nullable Integer remainingMinutes,
            @Nullable List<@Nullable FundingBody> fundings,
            @Nullable List<@Nullable ModuleBody> modules,
            @Nullable List<@Nullable WorkBody> work,
            @Nullable List<@Nullable ConnectionBody> connections,
            @Nullable List<@Nullable Integer> trainerAbsences) {

        Followed followed() {
            return new Followed(
                    agreedMinutes,
                    creditedMinutes,
                    remainingMinutes,
                    all(fundings, FundingBody::funding),
                    all(modules, ModuleBody::module),
                    all(work, WorkBody::work),
                    all(connections, ConnectionBody::connection),
                    all(trainerAbsences, days -> days));
        }
    }

    record FundingBody(
            @Nullable String code,
            @Nullable String kind,
            @Nullable Integer agreedMinutes,
            @Nullable Integer creditedMinutes,
            @Nullable Integer remainingMinutes) {

        Funding funding() {
            return new Funding(
                    RuleRequests.required(code, "code"),
                    kind,
                    orNone(agreedMinutes),
                    orNone(creditedMinutes),
                    orNone(remainingMinutes));
        }
    }

    record ModuleBody(@Nullable String code, @Nullable Integer plannedMinutes) {

        Module module() {
            return new Module(RuleRequests.required(code, "code"), orNone(plannedMinutes));
        }
    }

    record WorkBody(
            @Nullable String title,
            @Nullable String module,
            @Nullable Boolean evaluation,
            @Nullable Integer estimatedMinutes,
            @Nullable Integer dueIn,
            @Nullable String state) {

        Work work() {
            return new Work(
                    RuleRequests.required(title, "title"),
                    module,
                    Boolean.TRUE.equals(evaluation),
                    orNone(estimatedMinutes),
                    dueIn,
                    Objects.requireNonNullElse(state, "OPEN"));
        }
    }

    record ConnectionBody(
            @Nullable Integer daysAgo, @Nullable Integer minutes) {

        Connection connection() {
            return new Connection(required(daysAgo, "daysAgo"), required(minutes, "minutes"));
        }
    }

    static List<RuleExample> examples(@Nullable List<@Nullable ExampleBody> bodies) {
        return all(bodies, ExampleBody::example);
    }

    /** A null among them is told as what is missing. */
    private static <B, T> List<T> all(@Nullable List<@Nullable B> bodies, Function<B, T> read) {
        return bodies == null
                ? List.of()
                : bodies.stream().map(body -> read.apply(required(body, "[]"))).toList();
    }

    private static int orNone(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw Refusal.malformed("refusal.rules.field", field);
        }
        return value;
    }
}
