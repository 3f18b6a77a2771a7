package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.rules.RuleBook.Difference;
import fr.educentre.assidu.shell.Texts;
import org.jspecify.annotations.Nullable;

/** What differs between two versions: in sentences, then the text with signs before the lines that changed. */
class DifferenceView extends Div {

    private static final long serialVersionUID = 1L;

    DifferenceView(Difference difference, Texts texts) {
        if (difference.sentences().isEmpty()) {
            add(new Paragraph(texts.get("rules.diff.same")));
            return;
        }
        var list = new UnorderedList();
        difference.sentences().forEach(sentence -> list.add(new ListItem(sentence)));
        var text = new Pre();
        text.addClassName("assidu-diff");
        text.getElement().setAttribute("tabindex", "0");
        text.getElement().setAttribute("role", "region");
        text.getElement().setAttribute("aria-label", texts.get("rules.diff.text"));
        for (Difference.Line line : difference.lines()) {
            switch (line.kind()) {
                case "ADDED" -> text.add(line("+ ", line.after(), "added"));
                case "REMOVED" -> text.add(line("− ", line.before(), "removed"));
                case "CHANGED" -> text.add(line("− ", line.before(), "removed"), line("+ ", line.after(), "added"));
                default -> text.add(line("  ", line.after(), "same"));
            }
        }
        add(list, text);
    }

    private static Span line(String sign, @Nullable String text, String kind) {
        var line = new Span(sign + (text == null ? "" : text) + "\n");
        line.addClassName("assidu-diff-" + kind);
        return line;
    }
}
