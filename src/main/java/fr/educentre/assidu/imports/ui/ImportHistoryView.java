package fr.educentre.assidu.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.imports.ImportInfo;
import fr.educentre.assidu.imports.Imports;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.AddressFilters;
import fr.educentre.assidu.shell.ui.ListSpec;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.StatusBadge.Tone;
import fr.educentre.assidu.shell.ui.TableColumn;
import fr.educentre.assidu.shell.ui.TableList;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What was imported, by whom and with what effect; an import can be taken back here. */
@Route(value = ImportHistoryView.PATH, layout = MainLayout.class)
@RolesAllowed("QUALITY_MANAGER")
class ImportHistoryView extends Main implements HasDynamicTitle {

    static final String PATH = "imports/historique";
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Imports imports;
    private final Paragraph summary = new Paragraph();
    private final TableList<ImportInfo> list;

    ImportHistoryView(Texts texts, Imports imports) {
        this.texts = texts;
        this.imports = imports;
        addClassName("assidu-view");
        summary.getElement().setAttribute("role", "status");
        list = new TableList<>(texts, shown(), new AddressFilters());
        add(new ImportTabs(texts, ImportTabs.Place.HISTORY), summary, list);
    }

    private ListSpec<ImportInfo> shown() {
        return new ListSpec<>(
                "training.import.history",
                getPageTitle(),
                new ListSpec.Name<>(
                        texts.get("training.import.history.file"), this::name, info -> new Span(name(info))),
                List.of(
                        column("kind", this::kind).taking(9).low(),
                        column("when", info -> SiteTimes.at(info.request().requestedAt(), texts))
                                .taking(10),
                        column("by", info -> info.request().requestedBy())
                                .taking(7)
                                .low(),
                        column("state", info -> texts.get("training.import.state." + info.state()))
                                .shownAs(info ->
                                        new StatusBadge(tone(info), texts.get("training.import.state." + info.state())))
                                .high(),
                        column("changes", this::effect).taking(10).high()),
                new ListSpec.Actions<>(13, texts.get("training.import.history.actions"), this::actions),
                imports::list);
    }

    private TableColumn<ImportInfo> column(String key, Function<ImportInfo, String> text) {
        return TableColumn.of(key, texts.get("training.import.history." + key), text);
    }

    private String name(ImportInfo info) {
        return info.file().fileName().isBlank() ? kind(info) : info.file().fileName();
    }

    private String kind(ImportInfo info) {
        String source = texts.get("training.import.source." + info.file().source());
        return info.file().kind() == null
                ? source
                : source + " · "
                        + texts.get("training.import.kind." + info.file().kind());
    }

    private String effect(ImportInfo info) {
        int rejected = info.result().rejected().size();
        String effect = done(info);
        return rejected == 0 ? effect : effect + " – " + texts.get("training.import.history.problems", rejected);
    }

    private String done(ImportInfo info) {
        if (info.result().problem() != null) {
            return info.result().problem();
        }
        return info.state() == ImportInfo.State.WAITING
                ? texts.get(
                        "training.import.running",
                        info.progress().doneLines(),
                        info.progress().totalLines())
                : texts.get(
                        "training.import.history.counts",
                        info.result().created(),
                        info.result().updated(),
                        info.result().unchanged());
    }

    private List<Component> actions(ImportInfo info) {
        List<Component> actions = new ArrayList<>();
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
        list.refresh();
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
