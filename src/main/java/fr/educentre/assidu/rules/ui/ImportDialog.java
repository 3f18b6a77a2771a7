package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import fr.educentre.assidu.rules.RuleFiles;
import fr.educentre.assidu.rules.RuleFiles.Report;
import fr.educentre.assidu.rules.RuleFiles.Taken;
import fr.educentre.assidu.rules.RuleFiles.Wrong;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.BoundedUpload;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import fr.educentre.assidu.shell.ui.StatusBadge;

/** Rule files taken in as drafts; what is wrong is told by file and line. */
class ImportDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient RuleFiles files;
    private final transient Texts texts;
    private final transient Runnable taken;
    private final Div report = new Div();

    ImportDialog(RuleFiles files, Texts texts, Runnable taken) {
        this.files = files;
        this.texts = texts;
        this.taken = taken;
        setHeaderTitle(texts.get("rules.import"));
        setWidth("min(46rem, 96vw)");
        report.getElement().setAttribute("aria-live", "polite");
        add(new Paragraph(texts.get("rules.import.help")), upload(), report);
        getFooter().add(new Button(texts.get("rules.close"), click -> close()));
    }

    private Upload upload() {
        var upload = LocalizedParts.upload(texts);
        upload.setUploadHandler(BoundedUpload.of(RuleFiles.MAX_BYTES, (file, bytes) -> {
            take(file.fileName(), bytes);
            upload.clearFileList();
        }));
        upload.setUploadButton(new Button(texts.get("rules.import.choose")));
        upload.setDropLabel(new Span(texts.get("rules.import.drop")));
        upload.setMaxFileSize(RuleFiles.MAX_BYTES);
        upload.setAcceptedFileTypes(".dslr", ".zip");
        upload.addFileRejectedListener(rejected -> refused(texts.get("refusal.rules.file.kind")));
        upload.setWidthFull();
        return upload;
    }

    private void take(String name, byte[] bytes) {
        try {
            show(files.take(name, bytes, null, false));
            taken.run();
        } catch (Refusal refusal) {
            refused(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
    }

    private void refused(String why) {
        report.removeAll();
        report.add(new StatusBadge(StatusBadge.Tone.BAD, texts.get("rules.notDone")), new Paragraph(why));
    }

    private void show(Report found) {
        report.removeAll();
        if (!found.taken().isEmpty()) {
            var list = new UnorderedList();
            found.taken().forEach(one -> list.add(line(one)));
            report.add(new H3(texts.get("rules.import.taken", found.taken().size())), list);
        }
        if (!found.wrong().isEmpty()) {
            var list = new UnorderedList();
            found.wrong().forEach(one -> list.add(line(one)));
            report.add(new H3(texts.get("rules.import.wrong")), list);
        }
    }

    private ListItem line(Taken one) {
        return new ListItem(
                new Anchor("regles/" + one.ruleId() + "?version=" + one.version(), one.ruleName()),
                new Span(texts.get(
                        "shell.then",
                        texts.get("rules.import." + one.outcome(), one.file(), String.valueOf(one.version())))));
    }

    private ListItem line(Wrong one) {
        String where = one.line() == 0
                ? texts.get("shell.says", one.file(), "").strip()
                : texts.get("rules.import.where", one.file(), one.line());
        return new ListItem(where + " " + one.problem() + " " + one.suggestion());
    }
}
