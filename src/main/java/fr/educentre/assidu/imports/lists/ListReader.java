package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.imports.tables.RoundedNumber;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.CentreSetup;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the lines of a list beside what is known already. */
@Component
class ListReader {

    private static final int LONGEST = 500;
    private static final int LONGEST_LINK = 3000;

    /** Long numbers that are no quantities. */
    private static final List<ListColumn> NUMBERS = List.of(
            ListColumn.EXTERNAL_ID,
            ListColumn.PHONE,
            ListColumn.GUARDIAN_PHONE,
            ListColumn.FILE_NUMBER,
            ListColumn.MEETING_ID);

    private final JdbcClient sql;
    private final CentreSetup setup;
    private final Learners learners;
    private final Enrolments enrolments;
    private final Sessions sessions;
    private final Clock clock;

    ListReader(
            JdbcClient sql,
            CentreSetup setup,
            Learners learners,
            Enrolments enrolments,
            Sessions sessions,
            Clock clock) {
        this.sql = sql;
        this.setup = setup;
        this.learners = learners;
        this.enrolments = enrolments;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @throws Refusal INVALID when the titles are not those of a list, or one that it needs is missing */
    static String kind(ListTable table) {
        String kind = table.kind();
        if (kind == null) {
            throw Refusal.invalid("refusal.roster.header");
        }
        switch (kind) {
            case "sessions" ->
                require(table, ListColumn.EXTERNAL_ID, ListColumn.TITLE, ListColumn.GROUP, ListColumn.TRAINER_EMAIL);
            case "learners" -> require(table, ListColumn.EXTERNAL_ID);
            default ->
                require(table, ListColumn.EXTERNAL_ID, ListColumn.SITE, ListColumn.STARTS_ON, ListColumn.ENDS_ON);
        }
        return kind;
    }

    /** @return the kind of list that it is */
    String read(ListTable table, ListOutcome outcome) {
        String kind = kind(table);
        table.lines().forEach(line -> check(line, outcome));
        var known = new ReferenceData(sql);
        switch (kind) {
            case "sessions" -> new SessionLines(sql, setup, sessions, known, outcome).read(table);
            case "learners" -> {
                LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
                new LearnerLines(sql, setup, learners, enrolments, known, outcome, today).read(table);
            }
            default -> new GroupLines(sql, setup, known, outcome).read(table);
        }
        return kind;
    }

    /** What a spreadsheet took for a number and rounded is nobody's identifier any more; a paragraph is none either. */
    private static void check(ListTable.Line line, ListOutcome outcome) {
        line.cells().forEach((column, cell) -> {
            int most = column == ListColumn.MEETING_URL ? LONGEST_LINK : LONGEST;
            if (cell.length() > most) {
                outcome.reject(line, column, "tooLong", most);
            }
        });
        for (ListColumn column : NUMBERS) {
            if (RoundedNumber.of(line.get(column)).isPresent()) {
                outcome.reject(line, column, "rounded", line.get(column));
            }
        }
    }

    private static void require(ListTable table, ListColumn... columns) {
        for (ListColumn column : columns) {
            if (!table.has(column)) {
                throw Refusal.invalid("refusal.roster.column", table.title(column));
            }
        }
    }
}
