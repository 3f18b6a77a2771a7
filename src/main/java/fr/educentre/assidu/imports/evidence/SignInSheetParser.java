package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.NotUnderstood;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Person;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Reach;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Sighting;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Skipped;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Understood;
import fr.educentre.assidu.imports.evidence.HalfDays.HalfDay;
import fr.educentre.assidu.imports.evidence.ParsedDateTime.DayOrder;
import fr.educentre.assidu.imports.evidence.SignInColumns.Field;
import fr.educentre.assidu.imports.evidence.SlotTimeResolver.Span;
import fr.educentre.assidu.imports.tables.TableRow;
import fr.educentre.assidu.imports.tables.TextTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A sign-in sheet as partners and spreadsheets write it: a line a learner, with a status, a signature or both. */
final class SignInSheetParser implements TableFormat {

    private static final int LONGEST_LATE = 24 * 60;

    /** An hour that is written for everybody, a little after the beginning or before the end, is nobody's delay. */
    private static final Duration ON_TIME = Duration.ofMinutes(10);

    private static final Set<SignInVocabulary.Status> MISSING =
            EnumSet.of(SignInVocabulary.Status.ABSENT, SignInVocabulary.Status.EXCUSED);

    /** Was there, and nothing says for how long: why, by what was written. */
    private static final Map<SignInVocabulary.Status, String> UNTIMED = Map.of(
            SignInVocabulary.Status.LATE, "lateWithoutMinutes",
            SignInVocabulary.Status.LEFT_EARLY, "leftWithoutHour");

    /** A date that is written needs none. */
    private static final LocalDate NO_DAY = LocalDate.EPOCH;

    @Override
    public Optional<EvidenceFileContent> read(TextTable grid, EvidenceFileContext context) {
        List<TableRow> rows = grid.rows();
        for (int i = 0; i < Math.min(20, rows.size()); i++) {
            Optional<SignInColumns> columns = SignInColumns.of(rows.get(i));
            if (columns.isPresent()) {
                List<TableRow> below = rows.subList(i + 1, rows.size());
                return Optional.of(
                        new Sheet(columns.get(), context, below, SignInStatuses.of(columns.get(), below)).read());
            }
        }
        return Optional.empty();
    }

    /** Lines that are known to be the session's. @param context of that session; @param statuses of the whole table */
    static Understood lines(
            SignInColumns columns, EvidenceFileContext context, List<TableRow> rows, SignInStatuses statuses) {
        var sheet = new Sheet(columns, context, rows, statuses);
        rows.forEach(sheet::line);
        return sheet.understood();
    }

    private static final class Sheet {

        private final SignInColumns columns;
        private final EvidenceFileContext context;
        private final List<TableRow> rows;
        private final SlotTimeResolver times;
        private final SignInStatuses statuses;
        private final HalfDays halfDays;
        private final DayOrder order;
        private final List<Sighting> sightings = new ArrayList<>();
        private final List<Sighting> unclear = new ArrayList<>();
        private final List<Skipped> skipped = new ArrayList<>();

        Sheet(SignInColumns columns, EvidenceFileContext context, List<TableRow> rows, SignInStatuses statuses) {
            this.columns = columns;
            this.statuses = statuses;
            this.context = context;
            this.rows = rows;
            this.times = context.times(false);
            this.halfDays = columns.halfDays(rows);
            this.order = times.order(rows.stream()
                    .flatMap(row -> Stream.of(
                            ParsedDateTime.read(columns.cell(row, Field.SIGNED_AT))
                                    .filter(ParsedDateTime::hasDate),
                            ParsedDateTime.readDate(columns.cell(row, Field.DATE))))
                    .flatMap(Optional::stream)
                    .map(stamp -> new Span(stamp, null, null))
                    .toList());
        }

        EvidenceFileContent read() {
            int otherSession = 0;
            int people = 0;
            for (TableRow row : rows) {
                if (row.blank()) {
                    continue;
                }
                people++;
                if (ofAnotherSession(row)) {
                    otherSession++;
                    skipped.add(new Skipped(row.line(), "otherSession"));
                } else if (dayUnreadable(row)) {
                    skipped.add(new Skipped(row.line(), "unreadableTime", columns.cell(row, Field.DATE)));
                    if (person(row).known()) {
                        unclear.add(unclear(row.line(), person(row), "unreadableTime"));
                    }
                } else if (halfDayUnclear(row)) {
                    notTaken(row, person(row), "unknownHalfDay", columns.cell(row, Field.HALF_DAY));
                } else {
                    line(row);
                }
            }
            return people > 0 && otherSession == people ? NotUnderstood.because("otherSession") : understood();
        }

        private Understood understood() {
            var contradictions = new ContradictoryLines(sightings, Person::key).lines();
            contradictions.forEach(line -> skipped.add(new Skipped(line, ContradictoryLines.WHY)));
            sightings.stream()
                    .filter(one -> contradictions.contains(one.line()))
                    .forEach(one -> unclear.add(unclear(one.line(), one.person(), ContradictoryLines.WHY)));
            List<Sighting> clear = sightings.stream()
                    .filter(one -> !contradictions.contains(one.line()))
                    .toList();
            Set<String> taken = clear.stream().map(one -> one.person().key()).collect(Collectors.toSet());
            return new Understood(
                    EvidenceSource.FILE,
                    "sign-in",
                    null,
                    Stream.concat(
                                    clear.stream(),
                                    unclear.stream()
                                            .filter(one ->
                                                    !taken.contains(one.person().key())))
                            .toList(),
                    List.copyOf(skipped),
                    new Reach(context.slot().from(), context.slot().to()),
                    true);
        }

        /** The sheet names them, and what it says of them is not taken: it does not speak against them either. */
        private static Sighting unclear(int line, Person person, String why) {
            return new Sighting(line, person, TraceKind.SEEN, null, null, Map.of("why", why, Sighting.UNCLEAR, true));
        }

        private boolean halfDayUnclear(TableRow row) {
            String written = columns.cell(row, Field.HALF_DAY);
            return !written.isEmpty() && halfDays.read(written).isEmpty();
        }

        /** A day that does not exist, or is written in words that nobody reads, is not the session's by chance. */
        private boolean dayUnreadable(TableRow row) {
            return !columns.cell(row, Field.DATE).isEmpty()
                    && columns.cell(row, Field.SESSION).isEmpty()
                    && day(row).isEmpty();
        }

        private Optional<LocalDate> day(TableRow row) {
            String written = columns.cell(row, Field.DATE);
            return ParsedDateTime.readDate(written)
                    .or(() -> ParsedDateTime.read(written).filter(ParsedDateTime::hasDate))
                    .flatMap(stamp -> stamp.at(order, NO_DAY))
                    .map(LocalDateTime::toLocalDate);
        }

        private boolean ofAnotherSession(TableRow row) {
            String session = columns.cell(row, Field.SESSION);
            if (!session.isEmpty()) {
                return !session.equalsIgnoreCase(context.sessionExternalId());
            }
            LocalDate day = LocalDate.ofInstant(context.slot().from(), context.zone());
            Optional<LocalDate> written = day(row);
            if (written.isPresent() && !written.get().equals(day)) {
                return true;
            }
            HalfDay held =
                    context.slot().from().atZone(context.zone()).getHour() < 13 ? HalfDay.MORNING : HalfDay.AFTERNOON;
            return halfDays.read(columns.cell(row, Field.HALF_DAY))
                    .filter(told -> told != HalfDay.WHOLE_DAY && told != held)
                    .isPresent();
        }

        private void line(TableRow row) {
            Person person = person(row);
            String written = columns.cell(row, Field.STATUS);
            SignInVocabulary.@Nullable Status status = statuses.read(written);
            Instant signedAt = time(row, Field.SIGNED_AT);
            String signature = columns.cell(row, Field.SIGNED_AT);
            if (!person.known()) {
                skipped.add(new Skipped(row.line(), "noPerson"));
            } else if (status == null && !written.isEmpty()) {
                notTaken(row, person, SignInStatuses.unread(written), written);
            } else if (signedAt == null && exists(signature)) {
                notTaken(row, person, "farFromSession", "");
            } else if (signedAt == null && !signature.isEmpty()) {
                notTaken(row, person, "unreadableTime", "");
            } else if (status == null && signedAt == null) {
                stay(row, person);
            } else {
                statement(row, person, status, signedAt);
            }
        }

        private void stay(TableRow row, Person person) {
            Instant from = time(row, Field.ARRIVAL);
            Instant to = time(row, Field.LEFT_AT);
            if (from != null && to != null && to.isAfter(from)) {
                sightings.add(new Sighting(row.line(), person, TraceKind.INTERVAL, from, to, details(row)));
            } else if (from != null && to != null) {
                notTaken(row, person, "contradictoryTimes", "");
            } else if (from == null
                    && to == null
                    && !(columns.cell(row, Field.ARRIVAL) + columns.cell(row, Field.LEFT_AT)).isEmpty()) {
                notTaken(row, person, "unreadableTime", "");
            } else if (from == null && to == null) {
                nothingOf(row, person);
            } else {
                Map<String, Object> payload = details(row);
                payload.put("why", to == null ? "noLeave" : "noJoin");
                sightings.add(new Sighting(row.line(), person, TraceKind.SEEN, from, to, payload));
            }
        }

        /** No time that could be taken: an empty line says nothing, one that was written does. */
        private void nothingOf(TableRow row, Person person) {
            List<String> written = Stream.of(Field.ARRIVAL, Field.LEFT_AT)
                    .map(field -> columns.cell(row, field))
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            if (written.isEmpty()) {
                skipped.add(new Skipped(row.line(), "nothingTold"));
            } else {
                boolean readable = written.stream()
                        .allMatch(cell -> ParsedDateTime.read(cell).isPresent());
                notTaken(row, person, readable ? "farFromSession" : "unreadableTime", "");
            }
        }

        /** What the line says is not taken, which is told; the person whom it names is awaited, not absent. */
        private void notTaken(TableRow row, Person person, String why, String cell) {
            skipped.add(new Skipped(row.line(), why, cell));
            if (person.known()) {
                unclear.add(unclear(row.line(), person, why));
            }
        }

        private void statement(
                TableRow row, Person person, SignInVocabulary.@Nullable Status status, @Nullable Instant signedAt) {
            var stay = new Stay(time(row, Field.ARRIVAL), time(row, Field.LEFT_AT));
            boolean trainer = SignInVocabulary.trainer(columns.cell(row, Field.SIGNER_ROLE));
            if (status != null && MISSING.contains(status) && (signedAt != null || isOwn(stay))) {
                notTaken(row, person, "bothSaid", "");
            } else if (status == SignInVocabulary.Status.PRESENT && stay.whole() && (isLate(stay) || isEarly(stay))) {
                stay(row, person);
            } else if (signedAt != null && (status == null || status == SignInVocabulary.Status.PRESENT || trainer)) {
                signature(row, person, signedAt, trainer, stay);
            } else {
                mark(row, person, withTimes(Objects.requireNonNull(status), stay), signedAt);
            }
        }

        private void signature(TableRow row, Person person, Instant signedAt, boolean trainer, Stay stay) {
            Map<String, Object> payload = details(row);
            payload.put("role", trainer ? "TRAINER" : "LEARNER");
            Instant arrival = stay.arrival();
            Instant leave = stay.leave();
            if (arrival != null && isLate(stay)) {
                payload.put("lateMinutes", (int)
                        Duration.between(context.slot().from(), arrival).toMinutes());
            }
            if (leave != null && isEarly(stay)) {
                payload.put("leftAt", leave.toString());
            }
            sightings.add(new Sighting(row.line(), person, TraceKind.SIGNATURE, signedAt, null, payload));
        }

        private void mark(TableRow row, Person person, SignInVocabulary.Status told, @Nullable Instant signedAt) {
            Map<String, Object> payload = details(row);
            Instant from = null;
            Instant to = null;
            if (told == SignInVocabulary.Status.LATE) {
                Integer late = minutes(columns.cell(row, Field.LATE_MINUTES));
                from = late == null
                        ? firstOf(time(row, Field.ARRIVAL), signedAt)
                        : context.slot().from().plus(Duration.ofMinutes(late));
                if (late != null) {
                    payload.put("lateMinutes", late);
                }
            } else if (told == SignInVocabulary.Status.LEFT_EARLY) {
                to = time(row, Field.LEFT_AT);
            }
            if (UNTIMED.containsKey(told) && from == null && to == null) {
                payload.put(TraceKind.WHY, UNTIMED.get(told));
                sightings.add(new Sighting(row.line(), person, TraceKind.SEEN, null, null, payload));
                return;
            }
            payload.put("status", told == SignInVocabulary.Status.EXCUSED ? "ABSENT" : told.name());
            if (told == SignInVocabulary.Status.EXCUSED) {
                payload.put("excused", true);
            }
            if (signedAt != null) {
                payload.put("signedAt", signedAt.toString());
            }
            sightings.add(new Sighting(row.line(), person, TraceKind.MARK, from, to, payload));
        }

        /** Arrival and departure, where the line gives them. */
        private record Stay(
                @Nullable Instant arrival, @Nullable Instant leave) {

            boolean whole() {
                return arrival != null && leave != null;
            }
        }

        /** Who is said to be present came at their hour of arrival, and was there until that of their departure. */
        private SignInVocabulary.Status withTimes(SignInVocabulary.Status status, Stay stay) {
            if (status != SignInVocabulary.Status.PRESENT) {
                return status;
            }
            return isLate(stay)
                    ? SignInVocabulary.Status.LATE
                    : isEarly(stay) ? SignInVocabulary.Status.LEFT_EARLY : status;
        }

        /** Some sheets repeat the hours of the session on each line. */
        private boolean isOwn(Stay stay) {
            Instant arrival = stay.arrival();
            Instant leave = stay.leave();
            return arrival != null && !arrival.equals(context.slot().from())
                    || leave != null && !leave.equals(context.slot().to());
        }

        private boolean isLate(Stay stay) {
            Instant arrival = stay.arrival();
            return arrival != null && arrival.isAfter(context.slot().from().plus(ON_TIME));
        }

        private boolean isEarly(Stay stay) {
            Instant leave = stay.leave();
            return leave != null && leave.isBefore(context.slot().to().minus(ON_TIME));
        }

        private boolean exists(String time) {
            return ParsedDateTime.read(time)
                    .flatMap(stamp -> times.instant(stamp, order))
                    .isPresent();
        }

        private @Nullable Instant time(TableRow row, Field field) {
            return ParsedDateTime.read(columns.cell(row, field))
                    .flatMap(stamp -> times.instant(stamp, order))
                    .filter(times::near)
                    .orElse(null);
        }

        private Person person(TableRow row) {
            String name = (columns.cell(row, Field.FIRST_NAME) + " " + columns.cell(row, Field.LAST_NAME)).strip();
            return Person.of(columns.cell(row, Field.LEARNER), columns.cell(row, Field.EMAIL), name);
        }

        private Map<String, Object> details(TableRow row) {
            Map<String, Object> payload = new HashMap<>();
            put(payload, "signatureRef", columns.cell(row, Field.SIGNATURE_REF));
            put(payload, "ip", columns.cell(row, Field.IP));
            put(payload, "comment", columns.cell(row, Field.COMMENT));
            return payload;
        }

        private static void put(Map<String, Object> payload, String key, String value) {
            if (!value.isEmpty()) {
                payload.put(key, value);
            }
        }

        private static @Nullable Instant firstOf(@Nullable Instant one, @Nullable Instant other) {
            return one != null ? one : other;
        }

        private static @Nullable Integer minutes(String cell) {
            Long seconds = DurationParser.seconds(cell);
            return seconds == null || seconds > LONGEST_LATE * 60L ? null : (int) (seconds / 60);
        }
    }
}
