package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.SystemOnly;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.rules.AssiduityRules.Explanation;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredAlerts implements Alerts {

    private final AlertStore table;
    private final AlertEvaluator evaluation;
    private final AlertTreatment treatment;
    private final LearnerExplanation explanation;
    private final AlertViews views;
    private final Learners learners;

    StoredAlerts(
            AlertStore table,
            AlertEvaluator evaluation,
            AlertTreatment treatment,
            LearnerExplanation explanation,
            AlertViews views,
            Learners learners) {
        this.table = table;
        this.evaluation = evaluation;
        this.treatment = treatment;
        this.explanation = explanation;
        this.views = views;
        this.learners = learners;
    }

    @Override
    public Optional<AlertView> find(UUID alertId) {
        return table.find(alertId).map(alert -> views.of(List.of(alert)).getFirst());
    }

    @Override
    public Optional<AlertView> findForMail(UUID alertId) {
        return table.find(alertId).map(alert -> views.forMail(List.of(alert)).getFirst());
    }

    @Override
    @Transactional(readOnly = true)
    public PageOf<AlertView> search(Query query, int page, int size) {
        Collection<UUID> among = among(query);
        long total = table.count(query.groupId(), among, query.state());
        var found = table.search(query.groupId(), among, query.state(), size, (long) page * size);
        return new PageOf<>(views.of(found), page, size, total);
    }

    /** Null for everyone. */
    private @Nullable Collection<UUID> among(Query query) {
        UUID trainer = query.visibleToTrainer();
        UUID learner = query.learnerId();
        if (trainer == null) {
            return learner == null ? null : List.of(learner);
        }
        var visible = new ArrayList<UUID>();
        PageOf<LearnerInfo> slice;
        int page = 0;
        do {
            slice = learners.search(null, null, trainer, page++, PageOf.MAX_SIZE);
            slice.items().forEach(found -> visible.add(found.id()));
        } while (visible.size() < slice.totalElements() && !slice.items().isEmpty());
        return learner == null
                ? visible
                : visible.stream().filter(learner::equals).toList();
    }

    @Override
    public List<AlertView> ofLearner(UUID learnerId) {
        return views.of(table.ofLearner(learnerId));
    }

    @Override
    @SystemOnly
    public void evaluate(Collection<UUID> learnerIds) {
        evaluation.evaluate(learnerIds);
    }

    @Override
    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER})
    public void acknowledge(UUID alertId) {
        treatment.acknowledge(alertId);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean stillHolds(UUID alertId) {
        return table.find(alertId)
                .filter(StoredAlert::open)
                .map(evaluation::holds)
                .orElse(false);
    }

    @Override
    @Transactional
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER})
    public void resolve(UUID alertId, String by, String note) {
        treatment.resolve(alertId, by, note);
    }

    @Override
    @Transactional(readOnly = true)
    public Explanation whyNot(UUID learnerId, UUID ruleId) {
        return explanation.whyNot(learnerId, ruleId);
    }
}
