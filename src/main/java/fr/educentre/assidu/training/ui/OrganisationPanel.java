package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import fr.educentre.assidu.shell.Managed.Change;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Versioned;
import fr.educentre.assidu.shell.ui.BoundedUpload;
import fr.educentre.assidu.shell.ui.FormField;
import fr.educentre.assidu.shell.ui.FormField.Line;
import fr.educentre.assidu.shell.ui.FormField.Purpose;
import fr.educentre.assidu.shell.ui.FormSpec;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import fr.educentre.assidu.shell.ui.RecordEditor;
import fr.educentre.assidu.training.management.OrganisationContent;
import fr.educentre.assidu.training.management.OrganisationRecord;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the organisation's documents bear, its logo, who signs. */
class OrganisationPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final int MAX_LOGO = 1_000_000;

    private final transient Texts texts;
    private final transient OrganisationRecord organisation;
    private final transient RecordEditor<OrganisationContent> editor;
    private final Div logo = new Div();

    /** @param saved run after something was */
    OrganisationPanel(OrganisationRecord organisation, Texts texts, JsonMapper json, Runnable saved) {
        this.texts = texts;
        this.organisation = organisation;
        this.editor = new RecordEditor<>(new TheOne(), spec(), texts, json, kept -> {
            Notification.show(texts.get("manage.kept", kept.content().fields().name()));
            showLogo();
            saved.run();
        });
        var save = new Button(texts.get("manage.save"), click -> editor.save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var history = new Button(texts.get("manage.history"), VaadinIcon.CLOCK.create(), click -> editor.showHistory());
        history.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var actions = new Div(save, history);
        actions.addClassName("assidu-form-choice");
        add(editor, actions, logo);
        showLogo();
    }

    private static FormSpec<OrganisationContent> spec() {
        return new FormSpec<>(
                "manage.organisation",
                OrganisationContent.class,
                List.of(
                        FormField.line("name"),
                        FormField.line("siret"),
                        FormField.line("nda"),
                        FormField.line("ndaRegion"),
                        FormField.line("address"),
                        FormField.line("postalCode"),
                        FormField.line("city"),
                        new Line("phone", true, Purpose.PHONE),
                        new Line("email", true, Purpose.EMAIL),
                        FormField.line("representativeName"),
                        FormField.line("representativeTitle"),
                        new FormField.Rows(
                                "signatories",
                                List.of(
                                        FormField.line("name"),
                                        FormField.line("title"),
                                        new FormField.Day("from", false),
                                        new FormField.Day("to", false)))),
                Map.of());
    }

    private void showLogo() {
        logo.removeAll();
        if (organisation.find().isEmpty()) {
            return;
        }
        logo.add(new H2(texts.get("manage.organisation.logo")));
        organisation.logo().ifPresent(picture -> {
            var image = new Image(
                    DownloadHandler.fromInputStream(event -> new DownloadResponse(
                            new ByteArrayInputStream(picture.bytes()),
                            "logo",
                            picture.mediaType(),
                            picture.bytes().length)),
                    texts.get("manage.organisation.logo"));
            image.addClassName("assidu-logo");
            var remove = new Button(texts.get("manage.organisation.logo.remove"), VaadinIcon.TRASH.create(), click -> {
                organisation.removeLogo();
                showLogo();
            });
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            logo.add(new Div(image, remove));
        });
        logo.add(upload());
    }

    private Upload upload() {
        var upload = LocalizedParts.upload(texts);
        upload.setAcceptedFileTypes("image/png", "image/jpeg");
        upload.setMaxFileSize(MAX_LOGO);
        upload.setMaxFiles(1);
        upload.setUploadHandler(BoundedUpload.of(MAX_LOGO, (metadata, bytes) -> {
            try {
                organisation.putLogo(bytes);
                showLogo();
            } catch (Refusal refusal) {
                editor.say(refusal);
            }
        }));
        upload.addFileRejectedListener(rejected -> Notification.show(rejected.getErrorMessage()));
        return upload;
    }

    /** The one organisation. */
    private final class TheOne implements RecordEditor.Keeper<OrganisationContent> {

        @Override
        public Optional<Versioned<OrganisationContent>> find() {
            return organisation.find();
        }

        @Override
        public Versioned<OrganisationContent> keep(@Nullable Integer version, OrganisationContent content) {
            return organisation.put(version, content);
        }

        @Override
        public List<Change> history() {
            return organisation.history();
        }
    }
}
