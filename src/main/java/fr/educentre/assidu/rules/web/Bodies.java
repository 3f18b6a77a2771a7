package fr.educentre.assidu.rules.web;

import fr.educentre.assidu.rules.RuleBook.Draft;
import fr.educentre.assidu.rules.RuleExample;
import fr.educentre.assidu.rules.RuleExample.Seance;
import fr.educentre.assidu.rules.RuleExample.Who;
import fr.educentre.assidu.shell.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the calls about rules receive; what is left out is nothing in particular. */
final class Bodies {

    private Bodies() {}

    /** @param examples what the rule must answer before it is published */
    record DraftBody(
            @Nullable String ruleSet,
            @Nullable String text,
            @Nullable String purpose,
            @Nullable List<String> tags,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable List<ExampleBody> examples) {

        Draft draft() {
            return new Draft(
                    required(text, "text"),
                    purpose == null ? "" : purpose,
                    tags == null ? List.of() : tags,
                    startsOn,
                    endsOn,
                    Bodies.examples(examples));
        }
    }

    record ExampleBody(
            @Nullable String name,
            @Nullable Boolean fires,
            @Nullable LocalDate today,
            @Nullable WhoBody learner,
            @Nullable List<SeanceBody> sessions) {

        RuleExample example() {
            if (fires == null) {
                throw Refusal.malformed("refusal.rules.field", "fires");
            }
            return new RuleExample(
                    required(name, "name"),
                    fires,
                    today,
                    learner == null ? Who.ordinary() : learner.who(),
                    sessions == null
                            ? List.of()
                            : sessions.stream().map(SeanceBody::seance).toList());
        }
    }

    record WhoBody(
            @Nullable String funder,
            @Nullable String group,
            @Nullable Boolean apprentice,
            @Nullable Boolean minor,
            @Nullable Boolean relaunchRunning,
            @Nullable Boolean underReview,
            @Nullable Integer lastActivity,
            @Nullable Integer nextDue) {

        Who who() {
            return new Who(
                    funder,
                    group,
                    Boolean.TRUE.equals(apprentice),
                    Boolean.TRUE.equals(minor),
                    Boolean.TRUE.equals(relaunchRunning),
                    Boolean.TRUE.equals(underReview),
                    lastActivity,
                    nextDue);
        }
    }

    record SeanceBody(
            @Nullable Integer daysAgo,
            @Nullable Boolean afternoon,
            @Nullable String modality,
            @Nullable String status,
            @Nullable String justification,
            @Nullable Integer minutesLost) {

        Seance seance() {
            if (daysAgo == null) {
                throw Refusal.malformed("refusal.rules.field", "daysAgo");
            }
            return new Seance(
                    daysAgo,
                    Boolean.TRUE.equals(afternoon),
                    modality,
                    required(status, "status"),
                    justification,
                    minutesLost == null ? 0 : minutesLost);
        }
    }

    static List<RuleExample> examples(@Nullable List<ExampleBody> bodies) {
        return bodies == null
                ? List.of()
                : bodies.stream().map(ExampleBody::example).toList();
    }

    static String required(@Nullable String value, String field) {
        if (value == null) {
            throw Refusal.malformed("refusal.rules.field", field);
        }
        return value;
    }
}
