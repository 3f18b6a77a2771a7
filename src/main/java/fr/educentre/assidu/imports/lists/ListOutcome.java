package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.imports.RosterImport.Accepted;
import fr.educentre.assidu.imports.RosterImport.Change;
import fr.educentre.assidu.imports.RosterImport.Rejected;
import fr.educentre.assidu.imports.RosterImport.Report;
import fr.educentre.assidu.imports.RosterImport.Unknown;
import fr.educentre.assidu.shell.PlausibleDays;
import fr.educentre.assidu.shell.PrintedLetters;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.shell.WrittenAddress;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What comes of a list: values read out of cells, lines rejected, and what is to be written if none is. */
class ListOutcome {

    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(10_000);

    private final ListTable table;
    private final ImportProgressListener progress;
    private int read;
    private final List<Rejected> rejected = new ArrayList<>();
    private final List<Runnable> writes = new ArrayList<>();
    private final Set<Integer> rejectedLines = new HashSet<>();
    private final List<Accepted> accepted = new ArrayList<>();
    private final Map<Integer, List<Wording>> remarks = new HashMap<>();
    private final PrintedLetters letters;
    private final boolean addsUnknown;
    private final LocalDate today;
    private final Map<String, Unknown> unknown = new LinkedHashMap<>();

    /** @param addsUnknown whether what lines name in vain is added with them */
    ListOutcome(
            ListTable table,
            ImportProgressListener progress,
            PrintedLetters letters,
            boolean addsUnknown,
            LocalDate today) {
        this.today = today;
        this.addsUnknown = addsUnknown;
        this.table = table;
        this.progress = progress;
        this.letters = letters;
    }

    /** One more line is read; reading them all is the first half of the work. */
    void read() {
        read++;
        progress.at(read / 2, table.lines().size());
    }

    void reject(ListTable.Line line, ListColumn column, String problem, Object... arguments) {
        rejectedLines.add(line.number());
        rejected.add(
                new Rejected(line.number(), table.title(column), Wording.of("training.roster." + problem, arguments)));
    }

    /** What whoever imports should know of a line that is taken all the same. */
    void remark(ListTable.Line line, String remark, Object... arguments) {
        remarks.computeIfAbsent(line.number(), number -> new ArrayList<>())
                .add(Wording.of("training.roster.remark." + remark, arguments));
    }

    boolean addsUnknown() {
        return addsUnknown;
    }

    void unknown(Unknown one) {
        unknown.putIfAbsent(one.kind() + ListColumn.plain(one.name()), one);
    }

    boolean rejects() {
        return !rejected.isEmpty();
    }

    boolean rejects(ListTable.Line line) {
        return rejectedLines.contains(line.number());
    }

    void accept(ListTable.Line line, String subject, Change change) {
        accepted.add(new Accepted(line.number(), subject, change, List.of()));
    }

    void then(Runnable write) {
        writes.add(write);
    }

    void write() {
        int lines = table.lines().size();
        for (int i = 0; i < writes.size(); i++) {
            writes.get(i).run();
            progress.at(lines / 2 + (int) ((long) (i + 1) * (lines - lines / 2) / writes.size()), lines);
        }
    }

    Report report(String kind, boolean applied, @Nullable UUID importId) {
        List<Accepted> lines = accepted.stream()
                .filter(one -> !rejectedLines.contains(one.line()))
                .map(one -> new Accepted(
                        one.line(), one.subject(), one.change(), remarks.getOrDefault(one.line(), List.of())))
                .toList();
        return new Report(
                kind,
                applied,
                new Report.Counts(
                        count(lines, Change.CREATED), count(lines, Change.UPDATED), count(lines, Change.UNCHANGED)),
                List.copyOf(rejected),
                lines,
                List.copyOf(unknown.values()),
                importId);
    }

    private static int count(List<Accepted> lines, Change change) {
        return (int) lines.stream().filter(one -> one.change() == change).count();
    }

    /** The cell's text, rejected when empty. */
    String required(ListTable.Line line, ListColumn column) {
        if (!line.has(column)) {
            reject(line, column, "missing");
        }
        return line.get(column);
    }

    /** What the cell must refer to; the line is rejected as {@code problem} where nothing bears that name. */
    <T> @Nullable T requiredOf(Map<String, T> among, ListTable.Line line, ListColumn column, String problem) {
        required(line, column);
        T found = ReferenceData.find(among, line.get(column));
        if (found == null && line.has(column)) {
            reject(line, column, problem, line.get(column));
        }
        return found;
    }

    /** A name that a spreadsheet would take for a formula is none; letters that documents cannot print are told. */
    String name(ListTable.Line line, ListColumn column) {
        String name = required(line, column);
        if (!name.isEmpty() && "=+-@".indexOf(name.charAt(0)) >= 0) {
            reject(line, column, "formula", name);
        }
        letters.missing(name).ifPresent(letter -> remark(line, "letter", letter, name));
        return name;
    }

    /** The name of a person: letters, and no address that slipped into the column. */
    String personName(ListTable.Line line, ListColumn column) {
        String name = name(line, column);
        if (!name.isEmpty() && (name.indexOf('@') > 0 || name.codePoints().noneMatch(Character::isLetter))) {
            reject(line, column, "personName", name);
        }
        return name;
    }

    @Nullable
    String email(ListTable.Line line, ListColumn column) {
        String email = WrittenAddress.of(line.get(column));
        if (email.isEmpty()) {
            return null;
        }
        if (!WrittenAddress.valid(email)) {
            reject(line, column, "email", email);
        }
        return email;
    }

    @Nullable
    LocalDate date(ListTable.Line line, ListColumn column) {
        String text = line.get(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = WrittenTimes.date(text);
            if (!PlausibleDays.holds(day, today)) {
                reject(line, column, "farAway", text);
            }
            return day;
        } catch (DateTimeException e) {
            reject(line, column, "date", text);
            return null;
        }
    }

    @Nullable
    LocalTime time(ListTable.Line line, ListColumn column) {
        return time(line, column, line.get(column));
    }

    /** @param text that part of the cell */
    @Nullable
    LocalTime time(ListTable.Line line, ListColumn column, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return WrittenTimes.time(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            reject(line, column, "time", text);
            return null;
        }
    }

    /** Decimal hours, in minutes. */
    @Nullable
    Integer hours(ListTable.Line line, ListColumn column) {
        String text = line.get(column).replace(',', '.').replaceAll("[\\s\\u00a0h]", "");
        if (text.isEmpty()) {
            return null;
        }
        try {
            var hours = new BigDecimal(text);
            if (hours.signum() >= 0 && hours.compareTo(MOST_HOURS) < 0) {
                return hours.multiply(BigDecimal.valueOf(60)).intValue();
            }
        } catch (NumberFormatException e) {
            // said below
        }
        reject(line, column, "hours", line.get(column));
        return null;
    }
}
