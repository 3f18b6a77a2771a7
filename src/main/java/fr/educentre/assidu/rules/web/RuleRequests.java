package fr.educentre.assidu.rules.web;

import fr.educentre.assidu.rules.RuleBook.Draft;
import fr.educentre.assidu.rules.web.ExampleRequests.ExampleBody;
import fr.educentre.assidu.shell.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the calls about rules receive; what is left out is nothing in particular. */
final class RuleRequests {

    private RuleRequests() {}

    /** @param examples what the rule must answer before it is published */
    record DraftBody(
            @Nullable String ruleSet,
            @Nullable String text,
            @Nullable String purpose,
            @Nullable List<String> tags,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable List<@Nullable ExampleBody> examples) {

        Draft draft() {
            return new Draft(
                    required(text, "text"),
                    purpose == null ? "" : purpose,
                    tags == null ? List.of() : tags,
                    startsOn,
                    endsOn,
                    ExampleRequests.examples(examples));
        }
    }

    static String required(@Nullable String value, String field) {
        if (value == null) {
            throw Refusal.malformed("refusal.rules.field", field);
        }
        return value;
    }
}
