package fr.educentre.assidu.sources.signatures;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.imports.evidence.SignInTableParser;
import fr.educentre.assidu.imports.evidence.SignInTableParser.Line;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lines of a partner sorted by session and made traces; those that cannot be are named, with what to do. */
@Component
class SignatureRows {

    private final Sessions sessions;
    private final Learners learners;

    SignatureRows(Sessions sessions, Learners learners) {
        this.sessions = sessions;
        this.learners = learners;
    }

    /**
     * What a table says.
     *
     * @param bySession its traces
     * @param firstLines by session and key of a person, the line that names them first
     * @param problems in the order of the lines
     * @param byName how many lines name a person whom nobody is known by
     */
    record Sorted(
            Map<SessionInfo, List<NewTrace>> bySession,
            Map<UUID, Map<String, Integer>> firstLines,
            List<RowProblem> problems,
            long byName) {

        List<NewTrace> traces() {
            return bySession.values().stream().flatMap(List::stream).toList();
        }

        /** How many of its traces say what a line said. */
        long taken() {
            return traces().stream().filter(SignInTableParser::taken).count();
        }

        Set<UUID> sessionIds() {
            return bySession.keySet().stream().map(SessionInfo::id).collect(Collectors.toSet());
        }
    }

    Sorted sort(SignInTableParser table, Channel channel, @Nullable UUID delivery) {
        List<Line> lines = table.lines();
        PartnerLearnerFinder people = PartnerLearnerFinder.of(
                learners,
                lines.stream()
                        .map(one -> one.person().issuedId())
                        .filter(Objects::nonNull)
                        .toList(),
                lines.stream()
                        .map(one -> one.person().email())
                        .filter(Objects::nonNull)
                        .toList());
        var finder = new RowSessionFinder(sessions, lines);
        List<RowProblem> problems = new ArrayList<>();
        Map<SessionInfo, List<Line>> bySession = new LinkedHashMap<>();
        for (Line line : lines) {
            Optional<RowProblem> contradiction = twoPeople(line, people);
            if (contradiction.isPresent()) {
                problems.add(contradiction.get());
                continue;
            }
            switch (finder.of(
                    line, people.find(line.person().issuedId(), line.person().email()))) {
                case RowSessionFinder.Found.One one ->
                    bySession
                            .computeIfAbsent(one.session(), session -> new ArrayList<>())
                            .add(line);
                case RowSessionFinder.Found.None none -> problems.add(none.problem());
            }
        }
        Map<SessionInfo, List<NewTrace>> traces = new LinkedHashMap<>();
        Map<UUID, Map<String, Integer>> firstLines = new HashMap<>();
        long byName = 0;
        for (Map.Entry<SessionInfo, List<Line>> one : bySession.entrySet()) {
            SessionInfo session = one.getKey();
            Set<Integer> numbers =
                    one.getValue().stream().map(Line::number).collect(Collectors.toCollection(TreeSet::new));
            var told = table.tracesOf(
                    session,
                    numbers,
                    channel,
                    delivery,
                    line -> people.find(line.person().issuedId(), line.person().email())
                            .map(learner -> learner.id().toString())
                            .orElse(""));
            Set<Integer> dropped = new TreeSet<>();
            told.refused().forEach(refused -> {
                dropped.add(refused.line());
                problems.add(RowProblem.of(refused.line(), refused.field(), refused.why(), refused.value()));
            });
            if (!told.traces().isEmpty()) {
                traces.put(session, told.traces());
                firstLines.put(session.id(), told.firstLines());
            }
            byName += unsure(session, one.getValue(), dropped, people, problems);
        }
        problems.sort(Comparator.comparingInt(RowProblem::row));
        return new Sorted(traces, firstLines, problems, byName);
    }

    private static Optional<RowProblem> twoPeople(Line line, PartnerLearnerFinder people) {
        Optional<LearnerInfo> byId = people.byIssuedId(line.person().issuedId());
        Optional<LearnerInfo> byEmail = people.byEmail(line.person().email());
        return byId.isPresent()
                        && byEmail.isPresent()
                        && !byId.get().id().equals(byEmail.get().id())
                ? Optional.of(RowProblem.of(
                        line.number(),
                        "email",
                        "twoPeople",
                        byId.get().name(),
                        byEmail.get().name()))
                : Optional.empty();
    }

    /** Lines that are recorded and yet wait for somebody: who it is, or why they came. @return those known by name alone */
    private long unsure(
            SessionInfo session,
            List<Line> lines,
            Set<Integer> dropped,
            PartnerLearnerFinder people,
            List<RowProblem> problems) {
        Set<UUID> expected = sessions.expected(session.id()).stream()
                .map(one -> one.learner().id())
                .collect(Collectors.toSet());
        long byName = 0;
        for (Line line : lines) {
            if (dropped.contains(line.number()) || line.trainer()) {
                continue;
            }
            Optional<LearnerInfo> learner =
                    people.find(line.person().issuedId(), line.person().email());
            if (learner.isEmpty()
                    && line.person().issuedId() == null
                    && line.person().email() == null) {
                byName++;
            } else if (learner.isEmpty()) {
                problems.add(RowProblem.of(
                        line.number(),
                        line.person().issuedId() == null ? "email" : "learner_external_id",
                        "learnerUnknown",
                        line.person().who()));
            } else if (!expected.contains(learner.get().id())) {
                problems.add(RowProblem.of(
                        line.number(),
                        "learner_external_id",
                        "notExpected",
                        learner.get().name(),
                        session.externalId()));
            }
        }
        return byName;
    }
}
