package fr.educentre.assidu.imports.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.imports.ImportInfo;
import fr.educentre.assidu.imports.Imports;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.StatusBadge.Tone;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** What was imported, by whom and with what effect; an import can be taken back here. */
@Route(value = ImportHistoryView.PATH, layout = MainLayout.class)
@RolesAllowed({"QUALITY_MANAGER", "ADMIN"})
class ImportHistoryView extends Main implements HasDynamicTitle {

    static final String PATH = "imports/historique";
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Imports imports;
    private final Paragraph summary = new Paragraph();
    private final Grid<ImportInfo> grid = new Grid<>();

    ImportHistoryView(Texts texts, Imports imports) {
        this.texts = texts;
        this.imports = imports;
        addClassName("assidu-view");
        summary.getElement().setAttribute("role", "status");
        configure();
        add(new ImportTabs(texts, ImportTabs.Place.HISTORY), summary, grid);
    }

    private void configure() {
        grid.addComponentColumn(this::what)
                .setHeader(texts.get("training.import.history.file"))
                .setWidth("14rem")
                .setFlexGrow(2);
        grid.addComponentColumn(info -> new StatusBadge(tone(info), texts.get("training.import.state." + info.state())))
                .setHeader(texts.get("training.import.history.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::effect)
                .setHeader(texts.get("training.import.history.changes"))
                .setWidth("11rem")
                .setFlexGrow(2);
        grid.addComponentColumn(this::actions)
                .setHeader(texts.get("training.import.history.actions"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addThemeName("wrap-cell-content");
        grid.setEmptyStateComponent(new EmptyState(
                texts.get("training.import.history.empty.title"), texts.get("training.import.history.empty.text")));
        CallbackDataProvider<ImportInfo, Void> provider = DataProvider.fromCallbacks(
                query -> imports.list(query.getPage(), query.getPageSize()).items().stream(),
                query -> (int) imports.list(0, 1).totalElements());
        grid.setDataProvider(provider);
        grid.setHeight("70vh");
    }

    private Div what(ImportInfo info) {
        String kind = texts.get("training.import.source." + info.file().source())
                + (info.file().kind() == null
                        ? ""
                        : " · "
                                + texts.get(
                                        "training.import.kind." + info.file().kind()));
        return new Div(
                new Div(info.file().fileName().isBlank() ? kind : info.file().fileName()),
                muted(kind),
                muted(SiteTimes.at(info.request().requestedAt(), texts) + " · "
                        + info.request().requestedBy()));
    }

    private Div effect(ImportInfo info) {
        var effect = new Div();
        if (info.result().problem() != null) {
            effect.add(new Div(info.result().problem()));
        } else if (info.state() == ImportInfo.State.WAITING) {
            effect.add(new Div(texts.get(
                    "training.import.running",
                    info.progress().doneLines(),
                    info.progress().totalLines())));
        } else {
            effect.add(new Div(texts.get(
                    "training.import.history.counts",
                    info.result().created(),
                    info.result().updated(),
                    info.result().unchanged())));
        }
        if (!info.result().rejected().isEmpty()) {
            effect.add(muted(texts.get(
                    "training.import.history.problems", info.result().rejected().size())));
        }
        return effect;
    }

    private Div actions(ImportInfo info) {
        var actions = new Div();
        if (!info.result().rejected().isEmpty()) {
            actions.add(new Button(texts.get("training.import.history.show"), click -> showProblems(info)));
        }
        if (info.undoable()) {
            var undo = new Button(texts.get("training.import.history.undo"), click -> ask(info));
            undo.setAriaLabel(
                    texts.get("training.import.history.undo.of", info.file().fileName()));
            actions.add(undo);
        }
        return actions;
    }

    private void showProblems(ImportInfo info) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(info.file().fileName());
        var lines = new ImportLines(texts);
        lines.show(info.result().rejected(), List.of());
        dialog.add(lines);
        dialog.setWidth("min(50rem, 95vw)");
        dialog.getFooter().add(new Button(texts.get("training.import.history.close"), click -> dialog.close()));
        dialog.open();
    }

    private void ask(ImportInfo info) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(
                texts.get("training.import.history.undo.title", info.file().fileName()));
        dialog.setText(texts.get("training.import.history.undo.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(texts.get("training.import.history.undo.keep"));
        dialog.setConfirmText(texts.get("training.import.history.undo"));
        dialog.addConfirmListener(confirm -> undo(info));
        dialog.open();
    }

    private void undo(ImportInfo info) {
        try {
            imports.undo(info.id());
            summary.setText(texts.get("training.import.history.undone"));
        } catch (Refusal refusal) {
            summary.setText(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
        grid.getDataProvider().refreshAll();
    }

    private static Span muted(String text) {
        var span = new Span(text);
        span.addClassName("assidu-muted");
        span.getStyle().setDisplay(com.vaadin.flow.dom.Style.Display.BLOCK);
        return span;
    }

    private static Tone tone(ImportInfo info) {
        return switch (info.state()) {
            case WAITING -> Tone.WAITING;
            case APPLIED -> info.result().rejected().isEmpty() ? Tone.GOOD : Tone.NOTICE;
            case REJECTED, FAILED -> Tone.BAD;
            case UNDONE -> Tone.NEUTRAL;
        };
    }

    @Override
    public String getPageTitle() {
        return texts.get("training.import.title");
    }
}
