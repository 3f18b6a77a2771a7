package fr.educentre.assidu.rules;

import fr.educentre.assidu.shell.Wording.Bilingual;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A rule that fired for a learner.
 *
 * @param why a sentence for each condition, with value and threshold: what goes to the screen, the mail and the journal
 * @param episode the same while the same facts keep the rule firing, e.g. the first half-day of the run of absences
 * @param sessions those that made the measures
 * @param facts values behind each blank
 * @param once fire at most once a learner in this many days; 0 without limit
 */
public record RuleMatch(
        UUID learnerId,
        Rule rule,
        Bilingual why,
        String episode,
        List<UUID> sessions,
        Map<String, Object> facts,
        List<Action> actions,
        int onceInDays) {

    /** The published rule. @param reasons codes of the reasons of absence that it asks for */
    public record Rule(UUID id, int version, String name, Set<String> reasons) {}

    /** What the rule asks for. */
    public sealed interface Action
            permits RelaunchLearner,
                    AlertReferent,
                    AlertTrainer,
                    AlertQuality,
                    AlertEmployer,
                    CreateTask,
                    FlagAtRisk,
                    RequireSignature,
                    ProposeCatchUp,
                    ProposeFunderNotice,
                    AddNote {}

    /** @param template key of the message template; @param thenAfterWorkingDays second mail, 0 for none */
    public record RelaunchLearner(String template, int thenAfterWorkingDays) implements Action {}

    public record AlertReferent() implements Action {}

    public record AlertTrainer() implements Action {}

    public record FlagAtRisk() implements Action {}

    public record AlertQuality() implements Action {}

    public record AlertEmployer() implements Action {}

    /** @param role {@code REFERENT}, {@code TRAINER} or {@code QUALITY_MANAGER}; @param withinWorkingDays 0 for no date */
    public record CreateTask(String title, String role, int withinWorkingDays) implements Action {}

    /** The trainers of the sessions behind the alert are asked to have the sheet signed. */
    public record RequireSignature() implements Action {}

    public record ProposeCatchUp() implements Action {}

    /** Proposed to a person, who sends it or not: a rule never writes to a funder. */
    public record ProposeFunderNotice() implements Action {}

    public record AddNote(String text) implements Action {}
}
