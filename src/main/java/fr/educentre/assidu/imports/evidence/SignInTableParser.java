package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Person;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Understood;
import fr.educentre.assidu.imports.evidence.HalfDays.HalfDay;
import fr.educentre.assidu.imports.evidence.ParsedDateTime.DayOrder;
import fr.educentre.assidu.imports.evidence.SignInColumns.Field;
import fr.educentre.assidu.imports.tables.TableRefusal;
import fr.educentre.assidu.imports.tables.TableRow;
import fr.educentre.assidu.imports.tables.TextTable;
import fr.educentre.assidu.training.SessionInfo;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Signatures of any number of sessions, a line a learner and a session; pure, as {@link EvidenceFileReader} is. */
public final class SignInTableParser {

    private static final int HEADER_WITHIN = 20;

    /** Where the day is not known better, the far past: only the order of day and month is asked. */
    private static final LocalDate NO_DAY = LocalDate.EPOCH;

    /** What a refused line lacks, by the end of the key of its text, and the column it lacks it in. */
    private static final Map<String, Field> FIELDS = Map.of(
            "noPerson", Field.LEARNER,
            "unknownStatus", Field.STATUS,
            "ambiguousCross", Field.STATUS,
            "ambiguousE", Field.STATUS,
            "farFromSession", Field.SIGNED_AT,
            "unreadableTime", Field.SIGNED_AT,
            "nothingTold", Field.STATUS);

    private final SignInColumns columns;
    private final List<TableRow> rows;
    private final DayOrder order;
    private final HalfDays halfDays;
    private final SignInStatuses statuses;

    private SignInTableParser(SignInColumns columns, List<TableRow> rows) {
        this.columns = columns;
        this.rows = rows;
        this.halfDays = columns.halfDays(rows);
        this.statuses = SignInStatuses.of(columns, rows);
        List<ParsedDateTime> days = rows.stream()
                .map(row -> ParsedDateTime.readDate(columns.cell(row, Field.DATE)))
                .flatMap(Optional::stream)
                .toList();
        this.order = days.stream().anyMatch(day -> only(day, DayOrder.MONTH_FIRST, DayOrder.DAY_FIRST))
                        && days.stream().noneMatch(day -> only(day, DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST))
                ? DayOrder.MONTH_FIRST
                : DayOrder.DAY_FIRST;
    }

    /** A day that exists in one order alone tells the order of its file; one that does not exist tells nothing. */
    private static boolean only(ParsedDateTime day, DayOrder one, DayOrder other) {
        return day.at(one, NO_DAY).isPresent() && day.at(other, NO_DAY).isEmpty();
    }

    /** What was made of the bytes. */
    public sealed interface Reading {

        record Table(SignInTableParser table) implements Reading {}

        /** @param key of the text that says why; @param preview the table all the same, where there is one */
        record Unread(
                String key,
                List<Object> arguments,
                @Nullable SheetPreview preview) implements Reading {}
    }

    /**
     * A line, by what it says of its session and its person.
     */
    public record Line(int number, String session, Slot slot, Person person, boolean trainer) {

        /**
         * When.
         *
         * @param date null where none is written, or it cannot be read; {@code start} likewise
         * @param morning null where the half-day is not told
         * @param unreadable the column of a date, time or half-day that cannot be read; null where all can
         */
        public record Slot(
                @Nullable LocalDate date,
                @Nullable LocalTime start,
                @Nullable Boolean morning,
                @Nullable String unreadable) {}

        /**
         * Who.
         *
         * @param who how the line names its person
         */
        public record Person(
                @Nullable String issuedId, @Nullable String email, String who) {}
    }

    /** A line not recorded. @param field as in {@link SheetMapping#fields()}; @param value what stands in it */
    public record Refused(int line, String field, String why, String value) {}

    /** What some lines tell of their session. @param lines of the traces, by the trace's key */
    public record SessionTraces(List<NewTrace> traces, Map<String, Integer> firstLines, List<Refused> refused) {}

    /** Whether a trace says what a line said; one of a line that was not taken only says that the file names its person. */
    public static boolean taken(NewTrace trace) {
        return FileEvidenceFactory.taken(trace);
    }

    public static Reading read(byte[] bytes, SheetMappings mappings) {
        try {
            Optional<SignInTableParser> known = EvidenceTables.ofAny(
                    bytes, table -> of(SheetMapping.applied(table, mappings).orElse(table)));
            if (known.isPresent()) {
                return new Reading.Table(known.get());
            }
            SheetPreview preview = SheetPreview.of(bytes).orElse(null);
            return preview == null
                    ? new Reading.Unread("connectors.signatures.problem.noTable", List.of(), null)
                    : new Reading.Unread(
                            "connectors.signatures.problem.headings",
                            List.of(String.join(" ; ", preview.headings())),
                            preview);
        } catch (TableRefusal refusal) {
            return new Reading.Unread(refusal.key(), refusal.arguments(), null);
        }
    }

    private static Optional<SignInTableParser> of(TextTable table) {
        List<TableRow> rows = table.rows();
        for (int i = 0; i < Math.min(HEADER_WITHIN, rows.size()); i++) {
            Optional<SignInColumns> columns = SignInColumns.of(rows.get(i));
            if (columns.isPresent()) {
                List<TableRow> below = rows.subList(i + 1, rows.size()).stream()
                        .filter(row -> !row.blank())
                        .toList();
                return Optional.of(new SignInTableParser(columns.get(), below));
            }
        }
        return Optional.empty();
    }

    public List<Line> lines() {
        return rows.stream().map(this::line).toList();
    }

    private Line line(TableRow row) {
        String writtenDate = columns.cell(row, Field.DATE);
        String writtenStart = columns.cell(row, Field.START);
        String writtenHalf = columns.cell(row, Field.HALF_DAY);
        Optional<ParsedDateTime> start = ParsedDateTime.read(writtenStart);
        Optional<LocalDate> date = ParsedDateTime.readDate(writtenDate)
                .or(() -> ParsedDateTime.read(writtenDate).filter(ParsedDateTime::hasDate))
                .or(() -> writtenDate.isEmpty() ? start.filter(ParsedDateTime::hasDate) : Optional.empty())
                .flatMap(stamp -> stamp.at(order, NO_DAY))
                .map(at -> at.toLocalDate());
        Optional<HalfDay> half = halfDays.read(writtenHalf);
        String unreadable = null;
        if (!writtenDate.isEmpty() && date.isEmpty()) {
            unreadable = Field.DATE.key();
        } else if (!writtenStart.isEmpty() && start.isEmpty()) {
            unreadable = Field.START.key();
        } else if (!writtenHalf.isEmpty() && half.isEmpty()) {
            unreadable = Field.HALF_DAY.key();
        }
        Person person = person(row);
        return new Line(
                row.line(),
                columns.cell(row, Field.SESSION),
                new Line.Slot(
                        date.orElse(null),
                        start.map(ParsedDateTime::time).orElse(null),
                        half.filter(told -> told != HalfDay.WHOLE_DAY)
                                .map(told -> told == HalfDay.MORNING)
                                .orElse(null),
                        unreadable),
                new Line.Person(person.issuedId(), person.email(), person.shown()),
                SignInVocabulary.trainer(columns.cell(row, Field.SIGNER_ROLE)));
    }

    /** What stands in a column of a line; empty where the table has no such column. */
    public String cell(int line, String field) {
        return Field.of(field)
                .flatMap(one -> rows.stream()
                        .filter(row -> row.line() == line)
                        .findFirst()
                        .map(row -> columns.cell(row, one)))
                .orElse("");
    }

    /**
     * Lines of one session as traces of source SIGNATURE. Of two lines that tell different things of the same person,
     * neither is taken.
     *
     * @param who the person's identifier with us, by what the line says (issued identifier, then e-mail), empty where
     *     nobody is known by it: two ways to name somebody are then the same person
     */
    public SessionTraces tracesOf(
            SessionInfo session,
            Set<Integer> lines,
            Channel channel,
            @Nullable UUID delivery,
            Function<Line, String> who) {
        List<TableRow> own =
                rows.stream().filter(row -> lines.contains(row.line())).toList();
        Understood read = SignInSheetParser.lines(
                columns, new EvidenceFileContext(session.slot(), session.zone(), session.externalId()), own, statuses);
        List<Refused> refused = new ArrayList<>();
        read.skipped()
                .forEach(one ->
                        refused.add(refused(one.line(), FIELDS.getOrDefault(one.why(), Field.STATUS), one.why())));
        Function<Person, String> key = person -> {
            String known = who.apply(asLine(person));
            return known.isEmpty() ? person.key() : known;
        };
        var contradictions = new ContradictoryLines(
                read.sightings().stream().filter(one -> !one.unclear()).toList(), key);
        contradictions.lines().forEach(line -> refused.add(refused(line, Field.STATUS, ContradictoryLines.WHY)));
        Set<Integer> dropped = new HashSet<>(contradictions.lines());
        var kept = new Understood(
                EvidenceSource.SIGNATURE,
                "signatures",
                null,
                read.sightings().stream()
                        .filter(one -> !dropped.contains(one.line()))
                        .toList(),
                List.of(),
                null,
                true);
        var traces = new FileEvidenceFactory(session, kept, delivery, channel, session.zone(), key);
        return new SessionTraces(traces.all(), traces.firstLines(), refused);
    }

    private Refused refused(int line, Field field, String why) {
        return new Refused(line, field.key(), why, cell(line, field.key()));
    }

    private static Line asLine(Person person) {
        return new Line(
                0,
                "",
                new Line.Slot(null, null, null, null),
                new Line.Person(person.issuedId(), person.email(), person.shown()),
                false);
    }

    private Person person(TableRow row) {
        String name = columns.cell(row, Field.FIRST_NAME) + " " + columns.cell(row, Field.LAST_NAME);
        return Person.of(columns.cell(row, Field.LEARNER), columns.cell(row, Field.EMAIL), name.strip());
    }
}
