package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.educentre.assidu.imports.EvidenceFiles;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.BoundedUpload;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import fr.educentre.assidu.training.SessionInfo;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a report is dropped: the file is recognised by its content, and what became of each line is shown. */
class EvidenceDrop extends Div {

    private static final long serialVersionUID = 1L;
    private static final String OTHER_ZONE = "refusal.evidenceFile.otherZone";
    private static final String NO_OVERLAP = "refusal.evidenceFile.noOverlap";

    private final transient Texts texts;
    private final transient EvidenceFiles files;
    private final transient SessionInfo session;
    private final transient Runnable changed;

    EvidenceDrop(Texts texts, EvidenceFiles files, SessionInfo session, Runnable changed) {
        this.texts = texts;
        this.files = files;
        this.session = session;
        this.changed = changed;
        var upload = LocalizedParts.upload(texts);
        upload.setUploadHandler(
                BoundedUpload.of(EvidenceFiles.MAX_BYTES, (metadata, bytes) -> take(metadata.fileName(), bytes, null)));
        upload.setUploadButton(new Button(texts.get("overview.session.drop.button")));
        upload.setDropLabel(new Span(texts.get("overview.session.drop.label")));
        upload.setMaxFileSize(EvidenceFiles.MAX_BYTES);
        add(new H2(texts.get("overview.session.drop")), new Paragraph(texts.get("overview.session.drop.text")), upload);
        addClassName("assidu-card");
        setId(AwaitingCard.DROP_ZONE);
    }

    /** @param zone the times of the file are in, null where nobody said */
    private void take(String fileName, byte[] bytes, @Nullable ZoneId zone) {
        try {
            EvidenceFiles.Report report = files.drop(session.id(), fileName, bytes, zone, false);
            new DropReportDialog(texts, fileName, report).open();
            changed.run();
        } catch (Refusal refusal) {
            String why = texts.get(refusal.key(), refusal.arguments().toArray());
            // What was stated may be what does not fit.
            boolean stated = zone != null && refusal.key().equals(NO_OVERLAP);
            if (stated || refusal.key().equals(OTHER_ZONE)) {
                askZone(why, fileName, bytes);
            } else {
                refused(why, fileName);
            }
        }
    }

    private void refused(String why, String fileName) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(texts.get("overview.session.drop.refused", fileName));
        dialog.add(new Paragraph(why));
        dialog.getFooter().add(new Button(texts.get("shell.close"), click -> dialog.close()));
        dialog.open();
    }

    private void askZone(String why, String fileName, byte[] bytes) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(texts.get("overview.session.drop.zone"));
        var zone = new ComboBox<ZoneId>(texts.get("overview.session.drop.zone.label"));
        List<ZoneId> zones = Stream.concat(
                        Stream.of(session.zone(), ZoneId.of("UTC")),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                                .sorted()
                                .map(ZoneId::of))
                .distinct()
                .toList();
        zone.setItems(zones);
        zone.setItemLabelGenerator(one -> one.getId().replace('_', ' '));
        zone.setWidthFull();
        var read = new Button(texts.get("overview.session.drop.zone.read"), click -> {
            if (zone.getValue() == null) {
                zone.setInvalid(true);
                zone.setErrorMessage(texts.get("overview.session.drop.zone.required"));
                return;
            }
            dialog.close();
            take(fileName, bytes, zone.getValue());
        });
        read.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(new Paragraph(why), zone);
        dialog.getFooter().add(new Button(texts.get("shell.cancel"), click -> dialog.close()), read);
        dialog.open();
    }
}
