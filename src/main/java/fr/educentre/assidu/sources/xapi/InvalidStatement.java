package fr.educentre.assidu.sources.xapi;

import fr.educentre.assidu.shell.Refusal;
import java.util.stream.Stream;

/** What is wrong in a statement, with its JSON path as first argument of the text. */
final class InvalidStatement extends Refusal {

    private static final long serialVersionUID = 1L;

    InvalidStatement(String path, String reason, Object... details) {
        super(
                Kind.MALFORMED,
                "refusal.xapi.statement." + reason,
                Stream.concat(Stream.of(path), Stream.of(details)).toArray());
    }
}
