package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.imports.RosterImport.Change;
import fr.educentre.assidu.imports.Timetables.Announced;
import fr.educentre.assidu.imports.Timetables.Announcement;
import fr.educentre.assidu.imports.Timetables.Problem;
import fr.educentre.assidu.imports.Timetables.Result;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.CentreSetup;
import fr.educentre.assidu.training.CentreSetup.NewSession;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What announced sessions change of those there are. Held or closed sessions never change through a calendar. */
@Component
class AnnouncedSessionPlanner {

    private final JdbcClient sql;
    private final CentreSetup setup;
    private final Sessions sessions;
    private final SameSessions same;

    AnnouncedSessionPlanner(JdbcClient sql, CentreSetup setup, Sessions sessions, SameSessions same) {
        this.sql = sql;
        this.setup = setup;
        this.sessions = sessions;
        this.same = same;
    }

    private enum Step {
        ADD,
        /** Known under another identifier, which gives way. */
        JOIN,
        REPLACE,
        CANCEL,
        REVIVE,
        NOTHING
    }

    private record Source(
            int sequence,
            boolean cancelled,
            byte[] told,
            UUID planned,
            @Nullable UUID actual) {}

    private record Planned(
            Announced told,
            Step step,
            NewSession session,
            @Nullable UUID standIn) {}

    record Plan(List<Planned> steps, List<Result> results, List<Problem> problems) {

        long changes() {
            return results.stream()
                    .filter(one -> one.change() != Change.UNCHANGED)
                    .count();
        }

        /** Sessions that took another identifier: they did not vanish with their former one. */
        Set<UUID> joined() {
            return steps.stream()
                    .filter(one -> one.step() == Step.JOIN)
                    .map(one -> one.session().id())
                    .collect(Collectors.toSet());
        }

        int count(Change change, boolean cancelled) {
            return (int) results.stream()
                    .filter(one -> one.change() == change && one.cancelled() == cancelled)
                    .count();
        }
    }

    Plan plan(Announcement told) {
        var plan = new Plan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<String, SessionInfo> known = known(told);
        Map<UUID, Source> sources = sources(known);
        SameSessions.Known alike = same.known(told, known.keySet());
        Set<String> seen = new HashSet<>();
        for (Announced one : told.sessions()) {
            if (!seen.add(one.event().externalId())) {
                plan.problems().add(problem(one, "training.calendar.twice"));
                continue;
            }
            SessionInfo before = known.get(one.event().externalId());
            Source source = before == null ? null : sources.get(before.id());
            if (before == null && !one.event().cancelled()) {
                unknown(plan, told, one, alike);
            } else {
                step(plan, told, one, before, source);
            }
        }
        return plan;
    }

    private static void unknown(Plan plan, Announcement told, Announced one, SameSessions.Known alike) {
        switch (alike.find(one, told.forGroup().sameEvents())) {
            case SameSessions.Match.None none ->
                add(plan, new Planned(one, Step.ADD, session(told, one, null), null), Change.CREATED);
            case SameSessions.Match.Joined joined ->
                add(plan, new Planned(one, Step.JOIN, session(told, one, joined.session()), null), Change.UPDATED);
            case SameSessions.Match.Asked asked ->
                plan.problems().add(new Problem(one.line(), one.event().title(), asked.why()));
        }
    }

    private void step(
            Plan plan, Announcement told, Announced one, @Nullable SessionInfo before, @Nullable Source source) {
        NewSession after = session(told, one, before);
        if (before == null) {
            return;
        }
        boolean off = before.state() == SessionState.CANCELLED;
        if (source == null
                || one.event().sequence() < source.sequence()
                || (one.event().cancelled() && off)
                || Arrays.equals(source.told(), print(one))) {
            // Nothing new there: what was changed here since stays.
            add(plan, new Planned(one, Step.NOTHING, after, null), Change.UNCHANGED);
        } else if (before.state() != SessionState.PLANNED && !off) {
            plan.problems().add(problem(one, "training.calendar.held"));
        } else if (one.event().cancelled()) {
            add(plan, new Planned(one, Step.CANCEL, after, null), Change.UPDATED);
        } else if (off && !source.cancelled()) {
            plan.problems().add(problem(one, "training.calendar.cancelledHere"));
        } else {
            UUID standIn = source.planned().equals(one.trainerId()) ? source.actual() : null;
            add(plan, new Planned(one, off ? Step.REVIVE : Step.REPLACE, after, standIn), Change.UPDATED);
        }
    }

    private static void add(Plan plan, Planned planned, Change change) {
        plan.steps().add(planned);
        plan.results()
                .add(new Result(
                        planned.told().line(), planned.told().event().title(), change, planned.step() == Step.CANCEL));
    }

    void write(Plan plan, Announcement told) {
        setup.addSessions(plan.steps().stream()
                .filter(one -> one.step() == Step.ADD)
                .map(Planned::session)
                .toList());
        for (Planned one : plan.steps()) {
            switch (one.step()) {
                case REPLACE, REVIVE -> replace(one);
                case JOIN -> {
                    setup.identifySession(one.session().id(), one.told().event().externalId());
                    replace(one);
                }
                case CANCEL -> cancel(one.session().id());
                case ADD, NOTHING -> {}
            }
            if (one.step() != Step.NOTHING) {
                keepSource(one, told.feedId());
            }
        }
    }

    /** Who stands in for the planned trainer goes on doing so. */
    private void replace(Planned one) {
        setup.replaceSession(one.session());
        setup.planAgain(one.session().id(), one.standIn());
    }

    /** @throws Refusal CONFLICT for a session that is closed, or not held already */
    void cancel(UUID session) {
        if (!setup.cancelSession(session, Wording.of("training.calendar.reason").stored())) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.session.notHeld");
        }
    }

    private void keepSource(Planned one, @Nullable UUID feed) {
        sql.sql("""
                        insert into session_source (session_id, feed_id, uid, sequence, told, cancelled)
                        values (:session, :feed, :uid, :sequence, :told, :cancelled)
                        on conflict (session_id) do update set feed_id = coalesce(excluded.feed_id, session_source.feed_id),
                               uid = excluded.uid, sequence = excluded.sequence, told = excluded.told, cancelled = excluded.cancelled
                        """)
                .param("session", one.session().id())
                .param("feed", feed, Types.OTHER)
                .param("uid", one.told().event().uid())
                .param("sequence", one.told().event().sequence())
                .param("told", print(one.told()))
                .param("cancelled", one.step() == Step.CANCEL)
                .update();
    }

    private static NewSession session(Announcement told, Announced one, @Nullable SessionInfo before) {
        return new NewSession(
                before == null ? TimeOrderedId.next() : before.id(),
                one.event().externalId(),
                one.event().title(),
                new NewSession.Course(told.groupId(), before == null ? null : before.moduleId()),
                one.trainerId(),
                new NewSession.Schedule(
                        before == null ? one.slot().day() : before.plannedOn(),
                        one.slot().startsAt(),
                        one.slot().endsAt(),
                        before == null || moved(before, one) ? List.of() : before.breaks()),
                new NewSession.Place(
                        one.place().siteId(),
                        one.place().modality(),
                        one.place().room(),
                        one.place().meeting()),
                null);
    }

    private static boolean moved(SessionInfo before, Announced one) {
        return !before.startsAt().equals(one.slot().startsAt())
                || !before.endsAt().equals(one.slot().endsAt());
    }

    /** What is said of it, wherever its event stands in the file. */
    private static byte[] print(Announced one) {
        return ListSheet.sha256(String.join(
                        "\n",
                        one.event().title(),
                        one.trainerId().toString(),
                        one.place().siteId().toString(),
                        one.slot().startsAt().toString(),
                        one.slot().endsAt().toString(),
                        one.place().modality().name(),
                        String.valueOf(one.place().room()),
                        String.valueOf(one.place().meeting()),
                        String.valueOf(one.event().cancelled()))
                .getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, SessionInfo> known(Announcement told) {
        String[] ids =
                told.sessions().stream().map(one -> one.event().externalId()).toArray(String[]::new);
        List<UUID> found = sql.sql("select id from training_v_session where external_id = any(?)")
                .param(ids)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
        Map<String, SessionInfo> known = new HashMap<>();
        sessions.byIds(found).values().forEach(one -> known.put(one.externalId(), one));
        return known;
    }

    private Map<UUID, Source> sources(Map<String, SessionInfo> known) {
        Map<UUID, Source> sources = new HashMap<>();
        sql.sql("select o.*, s.trainer_id, s.actual_trainer_id from session_source o"
                        + " join training_v_session s on s.id = o.session_id where o.session_id = any(:ids)")
                .param("ids", known.values().stream().map(SessionInfo::id).toArray(UUID[]::new))
                .query(row -> {
                    sources.put(
                            row.getObject("session_id", UUID.class),
                            new Source(
                                    row.getInt("sequence"),
                                    row.getBoolean("cancelled"),
                                    row.getBytes("told"),
                                    row.getObject("trainer_id", UUID.class),
                                    row.getObject("actual_trainer_id", UUID.class)));
                });
        return sources;
    }

    private static Problem problem(Announced one, String key) {
        return new Problem(one.line(), one.event().title(), Wording.of(key));
    }
}
