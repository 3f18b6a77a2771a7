package fr.educentre.assidu.training.roster;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.ReaderLocale;
import fr.educentre.assidu.training.ImportInfo;
import fr.educentre.assidu.training.ImportInfo.Source;
import fr.educentre.assidu.training.Imports;
import fr.educentre.assidu.training.RosterImport;
import fr.educentre.assidu.workflow.DurableJobs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class FileRosterImport implements RosterImport {

    private static final int FIRST_ROWS = 5;

    private final ListApplying applying;
    private final Mappings mappings;
    private final ImportLog log;
    private final Imports imports;
    private final DurableJobs jobs;
    private final CurrentActor current;
    private final ReaderLocale reader;

    FileRosterImport(
            ListApplying applying,
            Mappings mappings,
            ImportLog log,
            Imports imports,
            DurableJobs jobs,
            CurrentActor current,
            ReaderLocale reader) {
        this.applying = applying;
        this.mappings = mappings;
        this.log = log;
        this.imports = imports;
        this.jobs = jobs;
        this.current = current;
        this.reader = reader;
    }

    @Override
    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.ADMIN})
    public Report run(Upload upload, boolean dryRun) {
        Sheet sheet = Sheet.of(upload.content());
        Map<String, String> chosen = chosen(upload, sheet);
        Table table = Table.of(sheet, mappings.columns(sheet, chosen));
        if (dryRun) {
            return applying.look(table, asker());
        }
        // What is no list at all is no import either.
        ListApplying.kind(table);
        UUID id = log.open(asked(upload, chosen, sheet, false), asker());
        Report report = applying.apply(id, table, asker(), Progress.NONE);
        remember(upload, sheet, report);
        return report;
    }

    @Override
    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.ADMIN})
    public ImportInfo start(Upload upload) {
        Sheet sheet = Sheet.of(upload.content());
        Map<String, String> chosen = chosen(upload, sheet);
        ListApplying.kind(Table.of(sheet, mappings.columns(sheet, chosen)));
        UUID id = log.open(asked(upload, chosen, sheet, true), asker());
        if (!upload.mapping().isEmpty()) {
            mappings.remember(sheet, upload.mapping(), current.nameOrSystem());
        }
        jobs.submit(RosterJob.NAME, id.toString(), "");
        return imports.get(id);
    }

    @Override
    @Transactional(readOnly = true)
    @AllowedRoles({Role.QUALITY_MANAGER, Role.ADMIN})
    public Preview preview(Upload upload) {
        Sheet sheet = Sheet.of(upload.content());
        Optional<Map<String, String>> before = mappings.remembered(sheet);
        Map<String, String> chosen = upload.mapping().isEmpty() ? before.orElse(Map.of()) : upload.mapping();
        List<Optional<Column>> columns = chosen.isEmpty() ? mappings.suggested(sheet) : mappings.columns(sheet, chosen);
        List<ColumnChoice> choices = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            choices.add(new ColumnChoice(
                    sheet.titles().get(i), columns.get(i).map(Column::name).orElse("")));
        }
        return new Preview(
                choices,
                Table.of(sheet, columns).kind(),
                sheet.rows().stream().limit(FIRST_ROWS).map(Csv.Row::cells).toList(),
                sheet.rows().size(),
                before.isPresent());
    }

    @Override
    public List<String> columns() {
        return Arrays.stream(Column.values()).map(Column::name).toList();
    }

    private Map<String, String> chosen(Upload upload, Sheet sheet) {
        return upload.mapping().isEmpty() ? mappings.remembered(sheet).orElse(Map.of()) : upload.mapping();
    }

    private void remember(Upload upload, Sheet sheet, Report report) {
        if (report.applied() && !upload.mapping().isEmpty()) {
            mappings.remember(sheet, upload.mapping(), current.nameOrSystem());
        }
    }

    private static ImportLog.Asked asked(Upload upload, Map<String, String> chosen, Sheet sheet, boolean keep) {
        return new ImportLog.Asked(
                Source.ROSTER,
                null,
                upload.fileName(),
                upload.content(),
                chosen,
                sheet.rows().size(),
                keep);
    }

    private Asker asker() {
        return new Asker(
                current.nameOrSystem(),
                current.find().map(actor -> actor.role().name()).orElse(null),
                reader.current());
    }
}
