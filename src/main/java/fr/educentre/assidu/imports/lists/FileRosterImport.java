package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.imports.ImportInfo;
import fr.educentre.assidu.imports.ImportInfo.Source;
import fr.educentre.assidu.imports.Imports;
import fr.educentre.assidu.imports.RosterImport;
import fr.educentre.assidu.imports.tables.TableRow;
import fr.educentre.assidu.shell.UnpacksFile;
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
@AllowedRoles(Role.QUALITY_MANAGER)
class FileRosterImport implements RosterImport {

    private static final int FIRST_ROWS = 5;

    private final ListImporter applying;
    private final ListColumnMappings mappings;
    private final ImportLog log;
    private final Imports imports;
    private final DurableJobs jobs;
    private final CurrentActor current;

    FileRosterImport(
            ListImporter applying,
            ListColumnMappings mappings,
            ImportLog log,
            Imports imports,
            DurableJobs jobs,
            CurrentActor current) {
        this.applying = applying;
        this.mappings = mappings;
        this.log = log;
        this.imports = imports;
        this.jobs = jobs;
        this.current = current;
    }

    @Override
    @Transactional
    @UnpacksFile
    public Report run(Upload upload, boolean dryRun) {
        ListSheet sheet = ListSheet.of(upload.content());
        Map<String, String> chosen = chosen(upload, sheet);
        ListTable table = ListTable.of(sheet, mappings.columns(sheet, chosen));
        if (dryRun) {
            return applying.look(table, upload.addsUnknown());
        }
        // What is no list at all is no import either.
        ListReader.kind(table);
        UUID id = log.open(asked(upload, chosen, sheet, false), asker());
        Report report = applying.apply(id, table, upload.addsUnknown(), asker(), ImportProgressListener.NONE);
        remember(upload, sheet, report);
        return report;
    }

    @Override
    @Transactional
    @UnpacksFile
    public ImportInfo start(Upload upload) {
        ListSheet sheet = ListSheet.of(upload.content());
        Map<String, String> chosen = chosen(upload, sheet);
        ListReader.kind(ListTable.of(sheet, mappings.columns(sheet, chosen)));
        UUID id = log.open(asked(upload, chosen, sheet, true), asker());
        if (!upload.mapping().isEmpty()) {
            mappings.remember(sheet, upload.mapping(), current.nameOrSystem());
        }
        jobs.submit(RosterJob.TYPE, new RosterJob.Applying(id));
        return imports.get(id);
    }

    @Override
    @Transactional(readOnly = true)
    @UnpacksFile
    public Preview preview(Upload upload) {
        ListSheet sheet = ListSheet.of(upload.content());
        Optional<Map<String, String>> before = mappings.remembered(sheet);
        Map<String, String> chosen = upload.mapping().isEmpty() ? before.orElse(Map.of()) : upload.mapping();
        List<Optional<ListColumn>> columns =
                chosen.isEmpty() ? mappings.suggested(sheet) : mappings.columns(sheet, chosen);
        List<ColumnChoice> choices = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            choices.add(new ColumnChoice(
                    sheet.titles().get(i), columns.get(i).map(ListColumn::name).orElse("")));
        }
        return new Preview(
                choices,
                ListTable.of(sheet, columns).kind(),
                sheet.rows().stream().limit(FIRST_ROWS).map(TableRow::cells).toList(),
                sheet.rows().size(),
                before.isPresent());
    }

    @Override
    public List<String> columns() {
        return Arrays.stream(ListColumn.values()).map(ListColumn::name).toList();
    }

    private Map<String, String> chosen(Upload upload, ListSheet sheet) {
        return upload.mapping().isEmpty() ? mappings.remembered(sheet).orElse(Map.of()) : upload.mapping();
    }

    private void remember(Upload upload, ListSheet sheet, Report report) {
        if (report.applied() && !upload.mapping().isEmpty()) {
            mappings.remember(sheet, upload.mapping(), current.nameOrSystem());
        }
    }

    private static ImportLog.Asked asked(Upload upload, Map<String, String> chosen, ListSheet sheet, boolean keep) {
        return new ImportLog.Asked(
                Source.ROSTER,
                null,
                upload.fileName(),
                upload.content(),
                new ImportLog.Reading(chosen, upload.addsUnknown()),
                sheet.rows().size(),
                keep);
    }

    private ImportRequester asker() {
        return new ImportRequester(
                current.nameOrSystem(),
                current.find().map(actor -> actor.role().name()).orElse(null));
    }
}
