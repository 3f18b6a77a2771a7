package fr.educentre.assidu.shell.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.educentre.assidu.shell.FieldProblem;
import java.util.List;

/**
 * What is unusual of something that was kept all the same.
 *
 * @param problem key of the text bundles; answers hold its text, in the caller's language
 */
public record Remark(
        String field, String problem, @JsonIgnore List<Object> arguments) {

    static Remark of(FieldProblem found) {
        return new Remark(found.field(), found.key(), found.arguments());
    }
}
