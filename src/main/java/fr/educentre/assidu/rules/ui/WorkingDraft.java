package fr.educentre.assidu.rules.ui;

import fr.educentre.assidu.rules.RuleBook.Draft;
import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.rules.RuleExample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is being written on a screen, kept or not yet; its parts all look at this one. */
class WorkingDraft {

    private final String ruleSet;
    private final boolean writable;
    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable RuleView rule;
    private int version;
    private Draft kept;
    private Draft now;

    private WorkingDraft(String ruleSet, boolean writable, @Nullable RuleView rule, int version, Draft content) {
        this.ruleSet = ruleSet;
        this.writable = writable;
        this.rule = rule;
        this.version = version;
        this.kept = content;
        this.now = content;
    }

    static WorkingDraft ofNew(String ruleSet, String text) {
        return new WorkingDraft(ruleSet, true, null, 0, Draft.of(text));
    }

    static WorkingDraft of(RuleView rule, int version, boolean writable) {
        return new WorkingDraft(
                rule.ruleSet(),
                writable,
                rule,
                version,
                rule.version(version).orElseThrow().content());
    }

    String ruleSet() {
        return ruleSet;
    }

    boolean assiduity() {
        return ruleSet.equals("assiduity");
    }

    boolean writable() {
        return writable;
    }

    Optional<RuleView> rule() {
        return Optional.ofNullable(rule);
    }

    UUID ruleId() {
        if (rule == null) {
            throw new IllegalStateException("Not kept yet");
        }
        return rule.id();
    }

    int version() {
        return version;
    }

    boolean changed() {
        return rule == null || !now.equals(kept);
    }

    Draft content() {
        return now;
    }

    String text() {
        return now.text();
    }

    void saved(RuleView rule, int version) {
        this.rule = rule;
        this.version = version;
        this.kept = now;
        tell();
    }

    void text(String text) {
        change(new Draft(text, now.purpose(), now.tags(), now.startsOn(), now.endsOn(), now.examples()));
    }

    /** @param first what must be redrawn before those who listen look at the new text */
    void text(String text, Runnable first) {
        boolean same = text.equals(now.text());
        now = new Draft(text, now.purpose(), now.tags(), now.startsOn(), now.endsOn(), now.examples());
        first.run();
        if (!same) {
            tell();
        }
    }

    void purpose(String purpose) {
        change(new Draft(now.text(), purpose, now.tags(), now.startsOn(), now.endsOn(), now.examples()));
    }

    void tags(List<String> tags) {
        change(new Draft(now.text(), now.purpose(), tags, now.startsOn(), now.endsOn(), now.examples()));
    }

    void dates(@Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {
        change(new Draft(now.text(), now.purpose(), now.tags(), startsOn, endsOn, now.examples()));
    }

    void examples(List<RuleExample> examples) {
        change(new Draft(now.text(), now.purpose(), now.tags(), now.startsOn(), now.endsOn(), List.copyOf(examples)));
    }

    private void change(Draft changed) {
        if (!changed.equals(now)) {
            now = changed;
            tell();
        }
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
