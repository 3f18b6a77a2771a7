package fr.educentre.assidu.sources.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.sources.core.SourceConnections;
import fr.educentre.assidu.sources.core.SourceConnections.Connection;
import fr.educentre.assidu.sources.core.SourceSetup.Check;
import fr.educentre.assidu.sources.core.SourceSetup.Outcome;
import java.util.List;

/** What a test of the connection found: each step, and what is missing with its remedy. */
class TestDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    TestDialog(Connection one, SourceConnections connections, Texts texts) {
        setHeaderTitle(texts.get("connectors.test.title", one.described().title()));
        setWidth("min(40rem, 95vw)");
        List<Check> checks = connections.test(one.described().name());
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        for (Check check : checks) {
            var tone = switch (check.outcome()) {
                case OK -> StatusBadge.Tone.GOOD;
                case MISSING -> StatusBadge.Tone.NOTICE;
                case FAILED -> StatusBadge.Tone.BAD;
            };
            list.add(new ListItem(
                    new StatusBadge(tone, texts.get("connectors.test." + check.outcome())),
                    new Span(" " + check.text())));
        }
        boolean fine = checks.stream().allMatch(check -> check.outcome() == Outcome.OK);
        add(new Paragraph(texts.get(fine ? "connectors.test.fine" : "connectors.test.missing")), list);
        getFooter().add(new Button(texts.get("connectors.test.close"), click -> close()));
    }
}
