package fr.educentre.assidu.documents.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.SpringComponent;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.documents.CertificateBatches;
import fr.educentre.assidu.documents.CertificateBatches.Batch;
import fr.educentre.assidu.shell.Texts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The certificates of a group in one click, with their progress; coming back finds them. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class CertificatesPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final int EVERY_SECOND = 1000;
    private static final int NEVER = -1;
    private static final int LONGEST_REASON = 1000;

    private final transient Texts texts;
    private final transient CertificateBatches batches;
    private final transient CurrentActor actor;
    private transient Runnable changed = () -> {};
    private @Nullable UUID groupId;
    private @Nullable Registration polling;

    CertificatesPanel(Texts texts, CertificateBatches batches, CurrentActor actor) {
        this.actor = actor;
        this.texts = texts;
        this.batches = batches;
    }

    void show(@Nullable UUID group) {
        groupId = group;
        refresh();
    }

    private void refresh() {
        removeAll();
        add(new H2(texts.get("documents.view.certificates")));
        UUID group = groupId;
        if (group == null) {
            add(new Paragraph(texts.get("documents.view.certificates.needGroup")));
            poll(false);
            return;
        }
        Batch batch = batches.latest(group).orElse(null);
        boolean running = batch != null && !batch.finished();
        if (batch != null) {
            add(running ? progress(batch) : done(batch));
        }
        if (actor.get().is(Role.QUALITY_MANAGER)) {
            add(making(group, running));
        }
        poll(running);
    }

    private Div making(UUID group, boolean running) {
        var reason = new TextField(texts.get("documents.view.certificates.reason"));
        reason.setHelperText(texts.get("documents.view.certificates.reason.help"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidth("min(34rem, 100%)");
        reason.setEnabled(!running);
        var make = new Button(texts.get("documents.view.certificates.make"), click -> {
            batches.start(group, reason.getValue());
            refresh();
        });
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        make.setEnabled(!running);
        make.setDisableOnClick(true);
        return new Div(reason, new Div(make));
    }

    /** Called once certificates were issued here. */
    void onChange(Runnable action) {
        this.changed = action;
    }

    private Div progress(Batch batch) {
        var bar = new ProgressBar(0, Math.max(batch.total(), 1), batch.made() + batch.failed());
        bar.getElement().setAttribute("aria-label", texts.get("documents.view.certificates"));
        var text = new Paragraph(texts.get("documents.view.certificates.progress", batch.made(), batch.total()));
        text.getElement().setAttribute("role", "status");
        return new Div(text, bar);
    }

    private Div done(Batch batch) {
        var text = new Paragraph(texts.get("documents.view.certificates.done", batch.made(), batch.failed()));
        text.getElement().setAttribute("role", "status");
        var answer = new Div(text);
        if (batch.zip() != null && batch.total() > 0) {
            answer.add(new Paragraph(new Anchor(
                    DownloadHandler.forFile(batch.zip().toFile(), "certificats-realisation.zip"),
                    texts.get("documents.view.certificates.download"))));
        }
        return answer;
    }

    private void poll(boolean running) {
        getUI().or(() -> java.util.Optional.ofNullable(UI.getCurrent())).ifPresent(ui -> {
            if (polling != null) {
                polling.remove();
                polling = null;
            }
            ui.setPollInterval(running ? EVERY_SECOND : NEVER);
            if (running) {
                polling = ui.addPollListener(event -> {
                    refresh();
                    changed.run();
                });
            }
        });
    }

    @Override
    protected void onDetach(com.vaadin.flow.component.DetachEvent event) {
        if (polling != null) {
            polling.remove();
            polling = null;
        }
        event.getUI().setPollInterval(NEVER);
        super.onDetach(event);
    }
}
