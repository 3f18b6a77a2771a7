package fr.educentre.assidu.sources.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.imports.evidence.SheetPreview;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.BoundedUpload;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.sources.SignatureFiles;
import fr.educentre.assidu.sources.SignatureFiles.Proposal;
import fr.educentre.assidu.sources.SignatureFiles.Report;
import fr.educentre.assidu.sources.SignatureFiles.SavedMapping;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** A partner's file is dropped, its columns are explained once, tried, remembered; then it is imported. */
@Route(value = PartnersView.PATH, layout = MainLayout.class)
@RolesAllowed({"ADMIN", "QUALITY_MANAGER"})
class PartnersView extends Main implements HasDynamicTitle {

    static final String PATH = "connecteurs/partenaires";
    private static final long serialVersionUID = 1L;
    private static final List<String> PRESETS = List.of("sowesign", "digiforma");

    private final transient SignatureFiles files;
    private final transient Texts texts;
    private final ComboBox<String> partner = new ComboBox<>();
    private final Paragraph status = new Paragraph();
    private final Div explaining = new Div();
    private final Div result = new Div();
    private final Div saved = new Div();
    private byte[] content = new byte[0];
    private String fileName = "";

    PartnersView(SignatureFiles files, Texts texts, Environment environment) {
        this.files = files;
        this.texts = texts;
        addClassName("assidu-view");
        status.getElement().setAttribute("role", "status");
        partner.setLabel(texts.get("connectors.partners.partner"));
        partner.setHelperText(texts.get("connectors.partners.partner.help"));
        partner.setItems(names());
        partner.setAllowCustomValue(true);
        partner.setWidth("min(20rem, 100%)");
        partner.addCustomValueSetListener(
                event -> partner.setValue(event.getDetail().strip().toLowerCase(Locale.ROOT)));
        partner.addValueChangeListener(change -> chosen());
        var help = new Details(
                texts.get("connectors.partners.webhook"),
                new Paragraph(
                        texts.get("connectors.partners.webhook.text", environment.getProperty("assidu.base-url", ""))));
        var unverified = new Paragraph(texts.get("connectors.partners.unverified"));
        unverified.addClassName("assidu-muted");
        add(
                new Paragraph(texts.get("connectors.partners.help")),
                unverified,
                help,
                partner,
                upload(),
                status,
                explaining,
                result,
                saved);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(files.partners());
        PRESETS.stream().filter(name -> !names.contains(name)).forEach(names::add);
        return names;
    }

    private Upload upload() {
        var upload = LocalizedParts.upload(texts);
        upload.setUploadHandler(BoundedUpload.of(SignatureFiles.MAX_BYTES, (file, bytes) -> {
            fileName = file.fileName();
            content = bytes;
            explain();
            // The next one, corrected, can be dropped at once.
            upload.clearFileList();
        }));
        upload.setUploadButton(new Button(texts.get("connectors.partners.choose")));
        upload.setDropLabel(new Span(texts.get("connectors.partners.drop")));
        upload.setMaxFileSize(SignatureFiles.MAX_BYTES);
        upload.setAcceptedFileTypes(".csv", ".txt", ".xlsx");
        upload.addFileRejectedListener(rejected -> status.setText(texts.get("connectors.partners.fileType")));
        upload.setWidthFull();
        return upload;
    }

    private void chosen() {
        showSaved();
        if (content.length > 0) {
            explain();
        }
    }

    private void explain() {
        explaining.removeAll();
        result.removeAll();
        String name = partner.getValue();
        if (name == null || name.isBlank()) {
            status.setText(texts.get("connectors.partners.needPartner"));
            return;
        }
        attempt(() -> {
            Optional<SheetPreview> preview = SheetPreview.of(content);
            if (preview.isEmpty()) {
                status.setText(texts.get("connectors.partners.unreadable"));
                return;
            }
            Proposal proposal = files.propose(name, preview.get().headings());
            String known = proposal.known() ? "known" : proposal.unverified() ? "guessed" : "proposed";
            status.setText(texts.get(
                    "connectors.partners." + known, preview.get().rows().size()));
            var form = new MappingForm(preview.get(), proposal, texts);
            explaining.add(
                    new H2(texts.get("connectors.partners.preview") + " — " + fileName),
                    new SheetPreviewTable(preview.get(), texts),
                    form,
                    actions(name, form));
        });
    }

    private FlexLayout actions(String name, MappingForm form) {
        var trial =
                new Button(texts.get("connectors.partners.try"), click -> attempt(() -> show(run(name, form, true))));
        var save = new Button(texts.get("connectors.partners.save"), click -> attempt(() -> save(name, form)));
        var take = new Button(
                texts.get("connectors.partners.import"), click -> attempt(() -> show(run(name, form, false))));
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        trial.setDisableOnClick(true);
        save.setDisableOnClick(true);
        take.setDisableOnClick(true);
        trial.addClickListener(click -> trial.setEnabled(true));
        save.addClickListener(click -> save.setEnabled(true));
        take.addClickListener(click -> take.setEnabled(true));
        var actions = new FlexLayout(trial, save, take);
        actions.setFlexWrap(FlexLayout.FlexWrap.WRAP);
        actions.addClassNames("assidu-actions", "assidu-apart");
        return actions;
    }

    private Report run(String name, MappingForm form, boolean dryRun) {
        return files.take(name, fileName, content, form.mapping(), dryRun);
    }

    private void save(String name, MappingForm form) {
        files.save(name, form.mapping());
        status.setText(texts.get("connectors.partners.saved", name));
        result.removeAll();
        result.add(new Paragraph(texts.get("connectors.partners.saved", name)));
        showSaved();
    }

    private void show(Report report) {
        result.removeAll();
        result.add(new ImportOutcome(report, texts));
        status.setText("");
    }

    private void showSaved() {
        saved.removeAll();
        String name = partner.getValue();
        if (name == null || name.isBlank()) {
            return;
        }
        attempt(() -> {
            List<SavedMapping> all = files.mappings(name);
            saved.add(new H2(texts.get("connectors.partners.mappings")));
            if (all.isEmpty()) {
                saved.add(new Paragraph(texts.get("connectors.partners.noMapping")));
                return;
            }
            var list = new UnorderedList();
            all.forEach(one -> list.add(new ListItem(new Text(line(one)))));
            saved.add(list);
        });
    }

    private String line(SavedMapping one) {
        List<String> headings = one.mapping().headings();
        String shown = String.join(", ", headings.subList(0, Math.min(4, headings.size())));
        return texts.get(
                "connectors.partners.mapping",
                headings.size(),
                headings.size() > 4 ? shown + "…" : shown,
                one.savedBy(),
                SiteTimes.at(one.savedAt(), texts));
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (Refusal refusal) {
            String why = texts.get(refusal.key(), refusal.arguments().toArray());
            status.setText(why);
            result.removeAll();
            result.add(new Paragraph(why));
        }
    }

    @Override
    public String getPageTitle() {
        return texts.get("connectors.partners.title");
    }
}
