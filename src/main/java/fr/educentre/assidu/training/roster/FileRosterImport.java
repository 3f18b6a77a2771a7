package fr.educentre.assidu.training.roster;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.CentreSetup;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.RosterImport;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class FileRosterImport implements RosterImport {

    private final JdbcClient sql;
    private final CentreSetup setup;
    private final Learners learners;
    private final Enrolments enrolments;
    private final Sessions sessions;
    private final Journal journal;
    private final CurrentActor current;
    private final Texts texts;
    private final Clock clock;

    FileRosterImport(
            JdbcClient sql,
            CentreSetup setup,
            Learners learners,
            Enrolments enrolments,
            Sessions sessions,
            Journal journal,
            CurrentActor current,
            Texts texts,
            Clock clock) {
        this.sql = sql;
        this.setup = setup;
        this.learners = learners;
        this.enrolments = enrolments;
        this.sessions = sessions;
        this.journal = journal;
        this.current = current;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.ADMIN})
    public Report run(byte[] content, boolean dryRun) {
        Table table = Table.of(content);
        var outcome = new Outcome(table, texts);
        String kind = read(table, outcome);
        Report report = outcome.report(kind, !dryRun && !outcome.rejects());
        if (report.applied() && report.created() + report.updated() > 0) {
            outcome.write();
            journal.record(new JournalRecord(
                    current.nameOrSystem(),
                    current.find().map(actor -> actor.role().name()).orElse(null),
                    "roster.imported",
                    "roster",
                    kind,
                    null,
                    Map.of(),
                    Map.of("created", report.created(), "updated", report.updated())));
        }
        return report;
    }

    private String read(Table table, Outcome outcome) {
        if (table.has(Column.DATE, Column.START, Column.END)) {
            require(table, Column.EXTERNAL_ID, Column.TITLE, Column.GROUP, Column.TRAINER_EMAIL);
            new SessionLines(sql, setup, sessions, new Known(sql), outcome).read(table);
            return "sessions";
        }
        if (table.has(Column.LAST_NAME, Column.FIRST_NAME)) {
            require(table, Column.EXTERNAL_ID);
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
            var people = new LearnerLines(sql, setup, learners, enrolments, new Known(sql), outcome, today);
            people.read(table);
            return "learners";
        }
        if (table.has(Column.NAME, Column.PROGRAMME)) {
            require(table, Column.EXTERNAL_ID, Column.SITE, Column.STARTS_ON, Column.ENDS_ON);
            new GroupLines(sql, setup, new Known(sql), outcome).read(table);
            return "groups";
        }
        throw Refusal.invalid("refusal.roster.header");
    }

    private static void require(Table table, Column... columns) {
        for (Column column : columns) {
            if (!table.has(column)) {
                throw Refusal.invalid("refusal.roster.column", table.title(column));
            }
        }
    }
}
