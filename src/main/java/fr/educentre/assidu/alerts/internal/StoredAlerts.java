package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.access.SystemOnly;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.rules.AssiduityRules;
import fr.educentre.assidu.rules.AssiduityRules.Explanation;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredAlerts implements Alerts {

    private final AlertStore table;
    private final AlertEvaluator evaluation;
    private final LearnerFactsLoader gatherer;
    private final AssiduityRules rules;
    private final Learners learners;
    private final Ownership ownership;
    private final CurrentActor actor;
    private final Journal journal;
    private final Texts texts;
    private final Clock clock;

    StoredAlerts(
            AlertStore table,
            AlertEvaluator evaluation,
            LearnerFactsLoader gatherer,
            AssiduityRules rules,
            Learners learners,
            Ownership ownership,
            CurrentActor actor,
            Journal journal,
            Texts texts,
            Clock clock) {
        this.table = table;
        this.evaluation = evaluation;
        this.gatherer = gatherer;
        this.rules = rules;
        this.learners = learners;
        this.ownership = ownership;
        this.actor = actor;
        this.journal = journal;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Optional<AlertView> find(UUID alertId) {
        return table.find(alertId).map(alert -> views(List.of(alert)).getFirst());
    }

    @Override
    @Transactional(readOnly = true)
    public PageOf<AlertView> search(Query query, int page, int size) {
        Collection<UUID> among = among(query);
        long total = table.count(query.groupId(), among, query.state());
        var found = table.search(query.groupId(), among, query.state(), size, (long) page * size);
        return new PageOf<>(views(found), page, size, total);
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
        return views(table.ofLearner(learnerId));
    }

    @Override
    @SystemOnly
    public void evaluate(Collection<UUID> learnerIds) {
        evaluation.evaluate(learnerIds);
    }

    @Override
    @Transactional
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER})
    public void acknowledge(UUID alertId) {
        var alert = owned(alertId);
        if (table.acknowledge(alertId, actor.nameOrSystem(), clock.instant())) {
            journal(alert, "alert.acknowledged", actor.nameOrSystem(), Map.of("state", "ACKNOWLEDGED"));
        }
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
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER})
    public void resolve(UUID alertId, String by, String note) {
        var alert = owned(alertId);
        if (table.resolve(alertId, StoredAlert.TREATED, by, note, clock.instant())) {
            journal(alert, "alert.resolved", by, Map.of("state", StoredAlert.RESOLVED, "note", note));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Explanation whyNot(UUID learnerId, UUID ruleId) {
        actor.find().ifPresent(who -> ownership.requireLearner(who, learnerId));
        var facts = gatherer.load(List.of(learnerId), clock.instant());
        if (facts.isEmpty()) {
            throw Refusal.notFound("learner");
        }
        return rules.explain(ruleId, facts.getFirst(), texts.language());
    }

    private StoredAlert owned(UUID alertId) {
        var alert = table.find(alertId).orElseThrow(() -> Refusal.notFound("alert"));
        actor.find().ifPresent(who -> ownership.requireLearner(who, alert.learnerId()));
        return alert;
    }

    private void journal(StoredAlert alert, String action, String by, Map<String, ?> after) {
        String role = actor.find().map(who -> who.role().name()).orElse(null);
        journal.record(JournalRecord.of(action, "alert", alert.id().toString())
                .by(by, role)
                .learner(alert.learnerId())
                .before(Map.of("state", alert.progress().state()))
                .after(after));
    }

    private List<AlertView> views(List<StoredAlert> alerts) {
        var ids = alerts.stream().map(StoredAlert::learnerId).collect(Collectors.toSet());
        var names = ids.isEmpty() ? Map.<UUID, LearnerInfo>of() : learners.byIds(ids);
        return alerts.stream()
                .map(alert -> view(alert, names.get(alert.learnerId())))
                .toList();
    }

    private AlertView view(StoredAlert alert, @Nullable LearnerInfo learner) {
        return new AlertView(
                alert.id(),
                alert.rule().name(),
                alert.rule().version(),
                new AlertView.AlertedLearner(alert.learnerId(), learner == null ? "" : learner.name(), alert.groupId()),
                new AlertView.RaisingRule(
                        alert.rule().id(), alert.rule().version(), alert.rule().name()),
                alert.progress().state(),
                new AlertView.Finding(
                        alert.finding().explanation(),
                        Map.of(
                                "values",
                                alert.finding().seen().values(),
                                "sessions",
                                alert.finding().seen().sessions()),
                        alert.finding().actions().stream()
                                .map(code -> ActionCode.text(code, texts))
                                .toList(),
                        alert.finding().atRisk()),
                alert.progress().raisedAt());
    }
}
