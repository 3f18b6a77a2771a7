package fr.educentre.assidu.shell;

import java.util.List;

/** What was given cannot be kept, for the fields named. Nothing has changed. */
public final class InvalidContent extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    public InvalidContent(List<FieldProblem> problems) {
        super(Kind.INVALID, "refusal.content", problems.size());
        this.problems = List.copyOf(problems);
    }

    public InvalidContent(String field, String key, Object... arguments) {
        this(List.of(new FieldProblem(field, key, arguments)));
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
