package fr.educentre.assidu.justification.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.justification.internal.SignedLinkJustification.Complement;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import java.time.ZoneId;

/** More that was asked of a justification: the question, then what it is about, what had been sent. */
class ComplementCard extends Div {

    private static final long serialVersionUID = 1L;

    /** @param within a part of the page that has a heading of its own */
    ComplementCard(Texts texts, Complement one, ZoneId zone, boolean within) {
        var question = new Paragraph(texts.get("justification.page.question", one.question()));
        question.getStyle().set("white-space", "pre-line");
        var sent = new UnorderedList(new ListItem(
                texts.get("justification.page.before.reason", one.sent().reason())));
        if (one.sent().comment() != null) {
            sent.add(new ListItem(
                    texts.get("justification.page.before.comment", one.sent().comment())));
        }
        sent.add(new ListItem(
                one.sent().fileName() == null
                        ? texts.get("justification.page.before.noDocument")
                        : texts.get(
                                "justification.page.before.document", one.sent().fileName())));
        String title = texts.get("justification.page.more");
        add(
                within ? new H3(title) : new H2(title),
                question,
                new Paragraph(texts.get(
                        "justification.page.before", SiteTimes.at(one.sent().at(), zone, texts))),
                sent);
        addClassName("assidu-card");
    }
}
