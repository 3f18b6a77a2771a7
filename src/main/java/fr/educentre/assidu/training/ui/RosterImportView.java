package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.StatusBadge.Tone;
import fr.educentre.assidu.training.RosterImport;
import fr.educentre.assidu.training.RosterImport.Report;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A list is dropped, what it would change is shown line by line, then it is applied. */
@Route(value = RosterImportView.PATH, layout = MainLayout.class)
@RolesAllowed({"QUALITY_MANAGER", "ADMIN"})
class RosterImportView extends VerticalLayout implements HasDynamicTitle {

    static final String PATH = "imports";
    private static final long serialVersionUID = 1L;
    private static final String REJECTED = "REJECTED";

    private final transient RosterImport roster;
    private final transient Texts texts;
    private final Paragraph summary = new Paragraph();
    private final Grid<Row> rows = new Grid<>();
    private final Button apply = new Button();
    private byte[] content = new byte[0];
    private String fileName = "";

    /** @param effect a change, or that it is rejected */
    private record Row(int line, String subject, String effect, String problem) {}

    RosterImportView(RosterImport roster, Texts texts) {
        this.roster = roster;
        this.texts = texts;
        summary.getElement().setAttribute("role", "status");
        apply.setText(texts.get("training.import.apply"));
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        apply.setVisible(false);
        apply.setDisableOnClick(true);
        apply.addClickListener(click -> run(false));
        add(new Paragraph(texts.get("training.import.help")), upload(), summary, apply, grid());
    }

    private Upload upload() {
        var upload = new Upload();
        upload.setUploadHandler(UploadHandler.inMemory((file, bytes) -> {
            fileName = file.fileName();
            content = bytes;
            run(true);
            // The next one, corrected, can be dropped at once.
            upload.clearFileList();
        }));
        upload.setUploadButton(new Button(texts.get("training.import.choose")));
        upload.setDropLabel(new Span(texts.get("training.import.drop")));
        upload.setMaxFileSize(RosterImport.MAX_BYTES);
        upload.setAcceptedFileTypes(".csv", ".xlsx");
        upload.addFileRejectedListener(rejected -> nothing(texts.get("training.import.fileType")));
        upload.setWidthFull();
        return upload;
    }

    private Grid<Row> grid() {
        rows.addColumn(Row::line)
                .setHeader(texts.get("training.import.line"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        rows.addComponentColumn(row -> new StatusBadge(tone(row), texts.get("training.import.change." + row.effect())))
                .setHeader(texts.get("training.import.change"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        rows.addComponentColumn(RosterImportView::about)
                .setHeader(texts.get("training.import.subject"))
                .setFlexGrow(1);
        rows.addThemeName("wrap-cell-content");
        rows.setHeight("60vh");
        rows.setVisible(false);
        return rows;
    }

    private static Div about(Row row) {
        var about = new Div(new Div(row.subject()));
        if (!row.problem().isEmpty()) {
            var problem = new Div(row.problem());
            problem.addClassName("assidu-muted");
            about.add(problem);
        }
        return about;
    }

    private static Tone tone(Row row) {
        return switch (row.effect()) {
            case REJECTED -> Tone.BAD;
            case "CREATED" -> Tone.GOOD;
            case "UPDATED" -> Tone.NOTICE;
            default -> Tone.NEUTRAL;
        };
    }

    private void run(boolean dryRun) {
        try {
            show(roster.run(content, dryRun), dryRun);
        } catch (Refusal refusal) {
            nothing(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
    }

    private void show(Report report, boolean dryRun) {
        boolean whole = report.rejected().isEmpty();
        String outcome = !whole ? "rejected" : report.applied() ? "applied" : "preview";
        summary.setText(texts.get(
                "training.import." + outcome,
                texts.get("training.import.kind." + report.kind()),
                report.created(),
                report.updated(),
                report.unchanged(),
                report.rejected().size(),
                fileName));
        rows.setItems(rows(report));
        rows.setVisible(true);
        boolean applicable = dryRun && whole && report.created() + report.updated() > 0;
        apply.setVisible(applicable);
        apply.setEnabled(applicable);
    }

    /** What is to be corrected first. */
    private static List<Row> rows(Report report) {
        List<Row> all = new ArrayList<>();
        report.rejected().forEach(one -> all.add(new Row(one.line(), one.column(), REJECTED, one.problem())));
        report.lines()
                .forEach(one ->
                        all.add(new Row(one.line(), one.subject(), one.change().name(), "")));
        all.sort(Comparator.comparing((Row row) -> !REJECTED.equals(row.effect()))
                .thenComparing(Row::line));
        return all;
    }

    private void nothing(String why) {
        summary.setText(why);
        rows.setVisible(false);
        apply.setVisible(false);
    }

    @Override
    public String getPageTitle() {
        return texts.get("training.import.title");
    }
}
