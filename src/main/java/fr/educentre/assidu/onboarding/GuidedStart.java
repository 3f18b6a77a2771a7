package fr.educentre.assidu.onboarding;

import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.OnboardingStep;
import fr.educentre.assidu.shell.ui.OnboardingPart;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a new centre has entered and what is left. It is left and resumed at any time: how far a step is, is read from what was
 * entered, wherever that was; only that a step was put aside is remembered.
 */
@Service
@AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER})
public class GuidedStart {

    private final JdbcClient sql;
    private final ObjectProvider<OnboardingPart.Contributor> contributors;
    private final CurrentActor current;
    private final ActorJournal journal;
    private final Clock clock;

    GuidedStart(
            JdbcClient sql,
            ObjectProvider<OnboardingPart.Contributor> contributors,
            CurrentActor current,
            ActorJournal journal,
            Clock clock) {
        this.sql = sql;
        this.contributors = contributors;
        this.current = current;
        this.journal = journal;
        this.clock = clock;
    }

    /** Every step, in order. */
    @Transactional(readOnly = true)
    public List<OnboardingStage> stages() {
        Map<OnboardingStep, List<OnboardingPart>> parts = contributors
                .orderedStream()
                .map(OnboardingPart.Contributor::onboarding)
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(OnboardingPart::step));
        Set<OnboardingStep> aside = putAside();
        return Arrays.stream(OnboardingStep.values())
                .map(step -> OnboardingStage.of(step, parts.getOrDefault(step, List.of()), aside.contains(step)))
                .toList();
    }

    /** The centre does without this step, or does it later: it is no longer asked for. */
    @Transactional
    public void putAside(OnboardingStep step) {
        int added = sql.sql("""
                        insert into onboarding_step_put_aside (step, put_aside_at, put_aside_by)
                        values (:step, :at, :by) on conflict do nothing
                        """)
                .param("step", step.name())
                .param("at", Arguments.utc(clock.instant()))
                .param("by", current.nameOrSystem())
                .update();
        record(added, "onboarding.putAside", step);
    }

    /** It is asked for again. */
    @Transactional
    public void resume(OnboardingStep step) {
        int removed = sql.sql("delete from onboarding_step_put_aside where step = ?")
                .param(step.name())
                .update();
        record(removed, "onboarding.resumed", step);
    }

    private void record(int changed, String action, OnboardingStep step) {
        if (changed > 0) {
            journal.record(JournalRecord.of(action, "onboarding", step.key()));
        }
    }

    private Set<OnboardingStep> putAside() {
        return sql.sql("select step from onboarding_step_put_aside")
                .query((row, n) -> OnboardingStep.valueOf(row.getString("step")))
                .set();
    }
}
