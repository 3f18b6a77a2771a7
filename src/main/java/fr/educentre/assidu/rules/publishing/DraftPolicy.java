package fr.educentre.assidu.rules.publishing;

import fr.educentre.assidu.rules.RuleBook.Draft;
import fr.educentre.assidu.rules.RuleExample;
import fr.educentre.assidu.rules.examples.ExampleGenerator;
import fr.educentre.assidu.rules.examples.ExampleRunner;
import fr.educentre.assidu.rules.language.RuleReader;
import fr.educentre.assidu.rules.language.RuleText;
import fr.educentre.assidu.rules.language.Tags;
import fr.educentre.assidu.shell.PlausibleDays;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a draft must be before it is kept, and before it is published. */
@Component
class DraftPolicy {

    static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final int PURPOSE = 500;
    private static final int TAGS = 10;
    private static final int TAG = 40;

    private final RuleReader reader;
    private final ExampleRunner examples;
    private final Clock clock;

    DraftPolicy(RuleReader reader, ExampleRunner examples, Clock clock) {
        this.reader = reader;
        this.examples = examples;
        this.clock = clock;
    }

    /** @throws Refusal INVALID, naming the first line that is wrong */
    RuleText valid(String ruleSet, String text) {
        var reading = reader.read(ruleSet, text);
        return reading.rule()
                .orElseThrow(() -> Refusal.invalid(
                        "refusal.rules.text", reading.findings().getFirst().line()));
    }

    /** Of nobody in particular where the text does not tell. */
    RuleExample likelyExample(String ruleSet, String text) {
        return reader.read(ruleSet, text).rule().map(ExampleGenerator::of).orElseGet(RuleExample::ordinary);
    }

    void require(String ruleSet, Draft draft) {
        if (draft.purpose().length() > PURPOSE) {
            throw Refusal.invalid("refusal.rules.purpose", PURPOSE);
        }
        var tags = Tags.clean(draft.tags());
        if (tags.size() > TAGS || tags.stream().anyMatch(tag -> tag.length() > TAG)) {
            throw Refusal.invalid("refusal.rules.tags", TAGS, TAG);
        }
        LocalDate starts = draft.startsOn();
        LocalDate ends = draft.endsOn();
        if ((starts != null || ends != null) && !ruleSet.equals("assiduity")) {
            throw Refusal.invalid("refusal.rules.datesOfSet");
        }
        if (starts != null && ends != null && ends.isBefore(starts)) {
            throw Refusal.invalid("refusal.rules.dates");
        }
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        for (LocalDate day : Stream.of(starts, ends).filter(Objects::nonNull).toList()) {
            if (!PlausibleDays.holds(day, today)) {
                throw Refusal.invalid("refusal.rules.farAway", ReaderFormats.numericDate(day));
            }
        }
        examples.require(ruleSet, draft.examples());
    }

    /** What the text says of itself stands where nothing else was said. */
    static Draft tidy(Draft draft, RuleText read) {
        var tags = Tags.clean(draft.tags());
        return new Draft(
                draft.text(),
                draft.purpose().isBlank() ? read.purpose() : draft.purpose().strip(),
                tags.isEmpty() ? read.tags() : tags,
                draft.startsOn(),
                draft.endsOn(),
                draft.examples());
    }

    /** A version that begins later would leave the time until then without the rule that is in force. */
    void mustNotLeaveAGap(StoredRule rule, Draft next) {
        LocalDate starts = next.startsOn();
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        if (starts != null && starts.isAfter(today) && rule.published().isPresent()) {
            throw Refusal.invalid("refusal.rules.gap", starts);
        }
        LocalDate ends = next.endsOn();
        if (ends != null && ends.isBefore(today)) {
            throw Refusal.invalid("refusal.rules.over", ends);
        }
    }
}
