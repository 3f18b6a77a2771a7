package fr.educentre.assidu.imports.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.imports.CentreLists;
import fr.educentre.assidu.imports.ImportInfo;
import fr.educentre.assidu.imports.Imports;
import fr.educentre.assidu.imports.RosterImport;
import fr.educentre.assidu.imports.RosterImport.Report;
import fr.educentre.assidu.imports.RosterImport.Unknown;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.BoundedUpload;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import fr.educentre.assidu.shell.ui.MainLayout;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A list is dropped, its columns are checked, what it would change is shown line by line, then it is applied. */
@Route(value = RosterImportView.PATH, layout = MainLayout.class)
@RolesAllowed("QUALITY_MANAGER")
class RosterImportView extends Main implements HasDynamicTitle {

    static final String PATH = "imports";
    private static final long serialVersionUID = 1L;

    /** From here on applying takes more than the moment one waits for a button. */
    private static final int LONG = 500;

    private final transient RosterImport roster;
    private final transient Texts texts;
    private final Paragraph summary = new Paragraph();
    private final ColumnMapping columns;
    private final ImportProgressPanel progress;
    private final ImportLines lines;
    private final Checkbox addsUnknown = new Checkbox();
    private final Paragraph unknown = new Paragraph();
    private final EmptyState nothing;
    private final Button apply = new Button();
    private byte[] content = new byte[0];
    private String fileName = "";
    private int size;

    RosterImportView(RosterImport roster, Imports imports, CentreLists lists, Texts texts) {
        this.roster = roster;
        this.texts = texts;
        addClassName("assidu-view");
        summary.getElement().setAttribute("role", "status");
        columns = new ColumnMapping(texts, roster, this::look);
        progress = new ImportProgressPanel(texts, imports, this::finished);
        lines = new ImportLines(texts);
        lines.setVisible(false);
        addsUnknown.setLabel(texts.get("training.import.addUnknown"));
        addsUnknown.setVisible(false);
        addsUnknown.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                look(columns.mapping());
            }
        });
        unknown.setVisible(false);
        nothing = new EmptyState(texts.get("training.import.empty.title"), texts.get("training.import.empty.text"));
        apply.setText(texts.get("training.import.apply"));
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        apply.setVisible(false);
        apply.setDisableOnClick(true);
        apply.addClickListener(click -> apply());
        add(
                new ImportTabs(texts, ImportTabs.Place.LISTS),
                new Paragraph(texts.get("training.import.help")),
                new ListDownloads(lists, texts),
                upload(),
                nothing,
                columns,
                summary,
                unknown,
                addsUnknown,
                apply,
                progress,
                lines);
    }

    private Upload upload() {
        var upload = LocalizedParts.upload(texts);
        upload.setUploadHandler(BoundedUpload.of(RosterImport.MAX_BYTES, (file, bytes) -> {
            take(file.fileName(), bytes);
            // The next one, corrected, can be dropped at once.
            upload.clearFileList();
        }));
        upload.setUploadButton(new Button(texts.get("training.import.choose")));
        upload.setDropLabel(new Span(texts.get("training.import.drop")));
        upload.setMaxFileSize(RosterImport.MAX_BYTES);
        upload.setAcceptedFileTypes(".csv", ".txt", ".xlsx");
        upload.addFileRejectedListener(rejected -> refuse(texts.get("training.import.fileType")));
        upload.setWidthFull();
        return upload;
    }

    private void take(String name, byte[] bytes) {
        fileName = name;
        content = bytes;
        progress.stop();
        columns.setVisible(false);
        nothing.setVisible(false);
        addsUnknown.setValue(false);
        try {
            var preview = roster.preview(upload(Map.of()));
            size = preview.lines();
            columns.show(preview);
            look(columns.mapping());
        } catch (Refusal refusal) {
            refuse(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
    }

    private void look(Map<String, String> mapping) {
        try {
            show(roster.run(upload(mapping), true));
        } catch (Refusal refusal) {
            refuse(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
    }

    private void apply() {
        try {
            if (size > LONG) {
                apply.setVisible(false);
                progress.follow(roster.start(upload(columns.mapping())));
            } else {
                show(roster.run(upload(columns.mapping()), false));
            }
        } catch (Refusal refusal) {
            refuse(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
    }

    private RosterImport.Upload upload(Map<String, String> mapping) {
        return new RosterImport.Upload(fileName, content, mapping, addsUnknown.getValue());
    }

    private void finished(ImportInfo info) {
        switch (info.state()) {
            case FAILED -> refuse(String.valueOf(info.result().problem()));
            case REJECTED -> {
                tell(
                        "rejected",
                        info.file().kind(),
                        info.result().created(),
                        info.result().updated(),
                        info.result().unchanged(),
                        info.result().rejected().size());
                lines.show(info.result().rejected(), List.of());
            }
            default ->
                tell(
                        "applied",
                        info.file().kind(),
                        info.result().created(),
                        info.result().updated(),
                        info.result().unchanged(),
                        0);
        }
    }

    private void show(Report report) {
        boolean whole = report.rejected().isEmpty();
        tell(
                !whole ? "rejected" : report.applied() ? "applied" : "preview",
                report.kind(),
                report.created(),
                report.updated(),
                report.unchanged(),
                report.rejected().size());
        lines.show(report.rejected(), report.lines());
        lines.setVisible(true);
        showUnknown(report);
        boolean applicable = !report.applied() && whole && report.created() + report.updated() > 0;
        apply.setVisible(applicable);
        apply.setEnabled(applicable);
    }

    /** What the file names and the centre does not know: added with it, or asked for. */
    private void showUnknown(Report report) {
        boolean askedFor = report.unknown().stream().anyMatch(one -> one.kind() != Unknown.Kind.EMPLOYER);
        addsUnknown.setVisible(askedFor && !report.applied());
        unknown.setVisible(!report.unknown().isEmpty());
        boolean added = report.unknown().stream().allMatch(Unknown::added);
        unknown.setText(texts.get(
                report.applied()
                        ? "training.import.unknown.were"
                        : added ? "training.import.unknown.added" : "training.import.unknown.missing",
                report.unknown().stream()
                        .map(one -> texts.get(
                                "training.import.unknown." + one.kind().name(), one.name()))
                        .collect(Collectors.joining(texts.get("shell.separator")))));
    }

    private void tell(
            String outcome,
            @org.jspecify.annotations.Nullable String kind,
            int created,
            int updated,
            int unchanged,
            int rejected) {
        summary.setText(texts.get(
                "training.import." + outcome,
                texts.get("training.import.kind." + kind),
                created,
                updated,
                unchanged,
                rejected,
                fileName));
    }

    private void refuse(String why) {
        summary.setText(why);
        lines.setVisible(false);
        unknown.setVisible(false);
        addsUnknown.setVisible(false);
        apply.setVisible(false);
    }

    @Override
    public String getPageTitle() {
        return texts.get("training.import.title");
    }
}
