package fr.educentre.assidu.rules.publishing;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.rules.RuleRecipients;
import fr.educentre.assidu.rules.RuleWarnings;
import fr.educentre.assidu.rules.RuleWatch;
import fr.educentre.assidu.rules.language.RuleReader;
import fr.educentre.assidu.rules.language.RuleTerms;
import fr.educentre.assidu.shell.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Remarks from what the rules did, and from what they say. */
@Service
class RuleLinter implements RuleWarnings {

    private static final int QUIET_DAYS = 90;
    /** Younger, a rule had no time to fire. */
    private static final int YOUNG_DAYS = 30;

    private static final int LATELY_DAYS = 30;
    /** With fewer learners, touching most of them says nothing. */
    private static final int FEW_LEARNERS = 10;

    private static final double NEARLY_ALL = 0.8;

    /** Sentences of the vocabulary, and whom they have told. */
    private static final Map<String, RuleRecipients.Kind> TELLS = Map.of(
            "prevenir-referent", RuleRecipients.Kind.REFERENT,
            "prevenir-qualite", RuleRecipients.Kind.QUALITY_MANAGER);

    private final StoredRules rules;
    private final ObjectProvider<RuleWatch> watch;
    private final ObjectProvider<RuleRecipients> recipients;
    private final RuleReader reader;
    private final Texts texts;
    private final Clock clock;

    RuleLinter(
            StoredRules rules,
            ObjectProvider<RuleWatch> watch,
            ObjectProvider<RuleRecipients> recipients,
            RuleReader reader,
            Texts texts,
            Clock clock) {
        this.rules = rules;
        this.watch = watch;
        this.recipients = recipients;
        this.reader = reader;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    public List<Remark> all() {
        List<RuleView> inForce = rules.all().stream()
                .map(StoredRule::view)
                .filter(rule -> rule.text() != null && rule.ruleSet().equals("assiduity"))
                .toList();
        var remarks = new ArrayList<Remark>();
        RuleWatch counts = watch.getIfAvailable();
        if (counts != null) {
            observed(inForce, counts, remarks);
        }
        recipients.ifAvailable(known -> withNobodyToTell(inForce, known.missing(), remarks));
        List<RuleTerms> terms = inForce.stream()
                .map(rule -> RuleTerms.of(Objects.requireNonNull(rule.text())))
                .toList();
        for (int i = 0; i < inForce.size(); i++) {
            if (terms.get(i).cannotHold()) {
                remarks.add(remark(Kind.CANNOT_FIRE, inForce.get(i), null));
            }
            for (int j = i + 1; j < inForce.size(); j++) {
                compared(inForce.get(i), terms.get(i), inForce.get(j), terms.get(j), remarks);
            }
        }
        return List.copyOf(remarks);
    }

    private void observed(List<RuleView> inForce, RuleWatch counts, List<Remark> into) {
        Map<UUID, RuleWatch.Count> quiet = counts.lately(QUIET_DAYS);
        Map<UUID, RuleWatch.Count> lately = counts.lately(LATELY_DAYS);
        long watched = counts.watched();
        for (RuleView rule : inForce) {
            boolean old = rule.shown()
                    .map(one -> one.publication().publishedAt())
                    .filter(at -> at.isBefore(aged()))
                    .isPresent();
            if (old && !quiet.containsKey(rule.id())) {
                into.add(remark(Kind.NEVER_FIRES, rule, null));
            }
            int touched = lately.getOrDefault(rule.id(), RuleWatch.Count.NONE).learners();
            if (watched >= FEW_LEARNERS && touched >= NEARLY_ALL * watched) {
                into.add(remark(Kind.ALWAYS_FIRES, rule, null));
            }
        }
    }

    private void withNobodyToTell(List<RuleView> inForce, Set<RuleRecipients.Kind> missing, List<Remark> into) {
        if (missing.isEmpty()) {
            return;
        }
        for (RuleView rule : inForce) {
            boolean toNobody = reader.readAgain(rule.ruleSet(), Objects.requireNonNull(rule.text())).rule().stream()
                    .flatMap(read -> read.actions().stream())
                    .map(action -> TELLS.get(action.sentence().id()))
                    .anyMatch(kind -> kind != null && missing.contains(kind));
            if (toNobody) {
                into.add(remark(Kind.NOBODY_TO_TELL, rule, null));
            }
        }
    }

    private Instant aged() {
        return clock.instant().minus(YOUNG_DAYS, ChronoUnit.DAYS);
    }

    private void compared(RuleView a, RuleTerms ofA, RuleView b, RuleTerms ofB, List<Remark> into) {
        if (ofA.contradicts(ofB)) {
            into.add(remark(Kind.CONTRADICTS, b, a));
        } else if (ofA.covers(ofB)) {
            into.add(remark(Kind.REPEATS, b, a));
        } else if (ofB.covers(ofA)) {
            into.add(remark(Kind.REPEATS, a, b));
        }
    }

    private Remark remark(Kind kind, RuleView rule, @Nullable RuleView other) {
        return new Remark(
                kind,
                rule.id(),
                rule.name(),
                other == null ? null : other.id(),
                texts.get("rules.remark." + kind, rule.name(), other == null ? "" : other.name(), QUIET_DAYS));
    }
}
