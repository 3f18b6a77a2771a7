package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import fr.educentre.assidu.shell.Managed.Change;
import fr.educentre.assidu.shell.Texts;
import java.util.List;

/** Who changed what and when, newest first. */
final class RecordHistory extends Dialog {

    private static final long serialVersionUID = 1L;

    RecordHistory(FormSpec<?> spec, Texts texts, List<Change> changes) {
        setHeaderTitle(texts.get("manage.history"));
        setWidth("min(50rem, 95vw)");
        if (changes.isEmpty()) {
            add(new Paragraph(texts.get("manage.history.empty")));
        }
        for (Change change : changes) {
            String what = change.action().replaceFirst(".*\\.", "");
            var title = new H3(texts.get("manage.history." + what, SiteTimes.at(change.at(), texts), change.by()));
            title.addClassName("assidu-change-title");
            add(new Section(
                    title,
                    new ChangedFields(
                            spec,
                            texts,
                            new ChangedFields.Side(texts.get("manage.before"), change.before()),
                            new ChangedFields.Side(texts.get("manage.after"), change.after()))));
        }
        getFooter().add(new Button(texts.get("manage.close"), click -> close()));
    }
}
