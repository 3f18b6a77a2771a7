package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import fr.educentre.assidu.rules.RuleExample.Work;
import fr.educentre.assidu.shell.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Activities and evaluations asked of the learner of an example. */
class ExampleWork extends Div {

    private static final long serialVersionUID = 1L;
    private static final List<String> STATES = List.of("OPEN", "FAILED", "ACHIEVED");

    private final transient Texts texts;
    private final ExampleRows<Work> rows;

    ExampleWork(Texts texts, List<Work> work) {
        this.texts = texts;
        var fields = new ExampleFields(texts);
        var title = fields.code("rules.example.work.title");
        var evaluation = new Checkbox(texts.get("rules.example.work.evaluation"));
        var module = fields.code("rules.example.module");
        var due = fields.days("rules.example.work.due");
        due.setHelperText(texts.get("rules.example.work.due.help"));
        var estimated = fields.number("rules.example.work.estimated", 0, 60_000, "min");
        var state = fields.choice("rules.example.work.state", "rules.example.work.state.", STATES);
        state.setEmptySelectionAllowed(false);
        state.setValue("OPEN");
        rows = new ExampleRows<>(
                texts,
                "rules.example.work",
                work,
                this::said,
                () -> Optional.of(new Work(
                        Objects.requireNonNullElseGet(
                                ExampleFields.filledIn(title), () -> texts.get(kind(evaluation.getValue()))),
                        ExampleFields.filledIn(module),
                        evaluation.getValue(),
                        ExampleFields.orNone(estimated.getValue()),
                        due.getValue(),
                        state.getValue())),
                title,
                evaluation,
                module,
                due,
                estimated,
                state);
        add(rows);
    }

    List<Work> rows() {
        return rows.rows();
    }

    private static String kind(boolean evaluation) {
        return evaluation ? "rules.example.work.kind.evaluation" : "rules.example.work.kind.activity";
    }

    private String said(Work one) {
        Integer due = one.dueIn();
        return texts.get("rules.example.work.titled", texts.get(kind(one.evaluation())), one.title())
                + (one.module() == null ? "" : " · " + one.module())
                + (due == null
                        ? ""
                        : " · "
                                + texts.get(
                                        due < 0 ? "rules.example.work.past" : "rules.example.work.coming",
                                        Math.abs(due)))
                + " · " + texts.get("rules.example.work.state." + one.state());
    }
}
