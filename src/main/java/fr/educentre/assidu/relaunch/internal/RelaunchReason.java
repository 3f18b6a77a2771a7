package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.WrittenText;
import java.util.List;

/** What a person says of why they act on a relaunch: some words, on one line. */
final class RelaunchReason {

    private static final int LONGEST = 500;

    private RelaunchReason() {}

    static void check(String reason, List<FieldProblem> problems) {
        String written = WrittenText.line(reason);
        if (written.isEmpty()) {
            problems.add(new FieldProblem("reason", "check.NotBlank"));
        } else if (written.length() > LONGEST) {
            problems.add(new FieldProblem("reason", "check.Size", LONGEST));
        }
    }
}
