package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.HasValidation;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.Texts;
import java.util.List;
import java.util.Map;

/** Says at each field of a dialog what is wrong with it. */
public final class FieldMarks {

    private FieldMarks() {}

    /** @param fields by the name that the service gives them; a problem of another is left out */
    public static void mark(Texts texts, List<FieldProblem> problems, Map<String, ? extends HasValidation> fields) {
        fields.values().forEach(field -> field.setInvalid(false));
        for (FieldProblem one : problems) {
            HasValidation field = fields.get(one.field());
            if (field != null) {
                field.setErrorMessage(texts.get(one.key(), one.arguments().toArray()));
                field.setInvalid(true);
            }
        }
    }
}
