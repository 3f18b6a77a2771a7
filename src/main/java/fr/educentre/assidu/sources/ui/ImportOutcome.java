package fr.educentre.assidu.sources.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.SignatureFiles.Problem;
import fr.educentre.assidu.sources.SignatureFiles.Report;

/** What a file became, or would become, and the lines to mend. */
class ImportOutcome extends Div {

    private static final long serialVersionUID = 1L;

    ImportOutcome(Report report, Texts texts) {
        var summary = new Paragraph(texts.get(
                report.dryRun() ? "connectors.partners.tried" : "connectors.partners.imported",
                report.counts().recorded(),
                report.sessions().size(),
                report.problems().size(),
                report.counts().alreadyKnown()));
        summary.getElement().setAttribute("role", "status");
        add(summary);
        int open = report.proposed().size() + report.unmatched().size();
        if (open > 0) {
            add(new Paragraph(texts.get("connectors.partners.toConfirm", open)));
        }
        if (!report.problems().isEmpty()) {
            add(problems(report, texts));
        }
    }

    private static Grid<Problem> problems(Report report, Texts texts) {
        Grid<Problem> grid = new Grid<>();
        grid.addColumn(Problem::row)
                .setHeader(texts.get("connectors.partners.problem.row"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(problem -> describe(problem, texts))
                .setHeader(texts.get("connectors.partners.problem.text"))
                .setFlexGrow(1);
        grid.addThemeName("wrap-cell-content");
        grid.setItems(report.problems());
        grid.setAllRowsVisible(report.problems().size() <= 20);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        return grid;
    }

    private static Div describe(Problem problem, Texts texts) {
        var field = new Div(texts.get("connectors.partners.field." + problem.field()));
        field.addClassName("assidu-muted");
        return new Div(field, new Div(problem.problem()));
    }
}
