package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.rules.RuleBook.Problem;
import fr.educentre.assidu.shell.Texts;
import java.util.List;
import java.util.function.Consumer;

/** What is wrong, line by line, with a button that applies what is suggested. */
class ProblemList extends Div {

    private static final long serialVersionUID = 1L;

    ProblemList(List<Problem> problems, boolean named, Texts texts, Consumer<String> apply) {
        addClassName("assidu-problems");
        var list = new UnorderedList();
        for (Problem problem : problems) {
            String said = (named ? texts.get("rules.line", problem.line()) + " " : "") + problem.message();
            var item = new ListItem(new Span(said));
            if (!problem.suggestion().isEmpty()) {
                var suggestion = new Span(problem.suggestion());
                suggestion.addClassName("assidu-muted");
                item.add(suggestion);
            }
            String corrected = problem.corrected();
            if (corrected != null) {
                var button = new Button(texts.get("rules.apply"), click -> apply.accept(corrected));
                button.addThemeVariants(ButtonVariant.LUMO_SMALL);
                button.setAriaLabel(texts.get("rules.apply.line", problem.line()));
                item.add(button);
            }
            list.add(item);
        }
        add(list);
    }
}
