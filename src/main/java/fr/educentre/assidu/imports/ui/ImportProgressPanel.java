package fr.educentre.assidu.imports.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import fr.educentre.assidu.imports.ImportInfo;
import fr.educentre.assidu.imports.Imports;
import fr.educentre.assidu.shell.Texts;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How far a long import is; leaving it does not stop it. */
class ImportProgressPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final int EVERY_SECOND = 1000;
    private static final int NEVER = -1;

    private final transient Texts texts;
    private final transient Imports imports;
    private final transient Consumer<ImportInfo> done;
    private final Paragraph text = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private @Nullable UUID followed;
    private @Nullable Registration polling;

    ImportProgressPanel(Texts texts, Imports imports, Consumer<ImportInfo> done) {
        this.texts = texts;
        this.imports = imports;
        this.done = done;
        text.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", texts.get("training.import.title"));
        add(text, bar);
        setWidthFull();
        setVisible(false);
    }

    void follow(ImportInfo info) {
        followed = info.id();
        show(info);
        UI ui = UI.getCurrent();
        ui.setPollInterval(EVERY_SECOND);
        polling = ui.addPollListener(event -> refresh());
    }

    private void refresh() {
        if (followed == null) {
            return;
        }
        ImportInfo info = imports.get(followed);
        if (info.state() == ImportInfo.State.WAITING) {
            show(info);
        } else {
            stop();
            getUI().ifPresent(ui -> ui.setPollInterval(NEVER));
            done.accept(info);
        }
    }

    private void show(ImportInfo info) {
        text.setText(texts.get(
                "training.import.running",
                info.progress().doneLines(),
                info.progress().totalLines()));
        bar.setMax(Math.max(1, info.progress().totalLines()));
        bar.setValue(Math.min(
                info.progress().doneLines(), Math.max(1, info.progress().totalLines())));
        setVisible(true);
    }

    void stop() {
        followed = null;
        setVisible(false);
        if (polling != null) {
            polling.remove();
            polling = null;
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stop();
        event.getUI().setPollInterval(NEVER);
        super.onDetach(event);
    }
}
