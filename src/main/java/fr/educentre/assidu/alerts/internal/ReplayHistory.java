package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.alerts.Replays;
import fr.educentre.assidu.rules.AssiduityRules;
import fr.educentre.assidu.rules.AssiduityRules.Trial;
import fr.educentre.assidu.rules.LearnerFacts;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.rules.RuleBook.VersionView;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.apache.commons.collections4.ListUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The evening of each day, as it was known then, is shown to the draft and to the published version alike. */
@Service
class ReplayHistory implements Replays {

    private static final String ASSIDUITY = "assiduity";
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final int SLICE = 500;

    private final LearnerFactsLoader gatherer;
    private final EnrolmentQueries courses;
    private final AssiduityRules rules;
    private final RuleBook book;
    private final Learners learners;
    private final Groups groups;
    private final Clock clock;

    ReplayHistory(
            LearnerFactsLoader gatherer,
            EnrolmentQueries courses,
            AssiduityRules rules,
            RuleBook book,
            Learners learners,
            Groups groups,
            Clock clock) {
        this.gatherer = gatherer;
        this.courses = courses;
        this.rules = rules;
        this.book = book;
        this.learners = learners;
        this.groups = groups;
        this.clock = clock;
    }

    @Override
    @AllowedRoles(Role.QUALITY_MANAGER)
    public Report replay(Request request, IntConsumer progress) {
        require(request);
        Optional<RuleView> known = rule(request);
        String text = text(request, known.orElse(null));
        var draft = new RuleReplay(rules.trial(text));
        Optional<RuleView> published = known.filter(rule -> rule.text() != null);
        Optional<RuleReplay> current = published.map(rule -> trial(rule.id())).map(RuleReplay::new);
        List<UUID> ids = learnersOf(request);
        int days = 0;
        for (LocalDate day = request.from(); !day.isAfter(request.to()); day = day.plusDays(1)) {
            Instant evening = evening(day);
            for (List<UUID> some : ListUtils.partition(ids, SLICE)) {
                List<LearnerFacts> facts = gatherer.loadAsKnown(some, evening);
                draft.day(day, facts);
                LocalDate today = day;
                current.ifPresent(rule -> rule.day(today, facts));
            }
            progress.accept(++days);
        }
        return report(draft, current.orElse(null), published.orElse(null));
    }

    private Trial trial(UUID ruleId) {
        return rules.published(ruleId);
    }

    private void require(Request request) {
        if (!ASSIDUITY.equals(request.ruleSet())) {
            throw Refusal.invalid("refusal.replay.ruleSet");
        }
        if (request.to().isBefore(request.from())) {
            throw Refusal.invalid("refusal.replay.order");
        }
        if (request.to().isAfter(LocalDate.now(clock.withZone(ZONE)))) {
            throw Refusal.invalid("refusal.replay.future");
        }
        if (ChronoUnit.DAYS.between(request.from(), request.to()) >= MOST_DAYS) {
            throw Refusal.invalid("refusal.replay.tooLong", MOST_DAYS);
        }
    }

    private Optional<RuleView> rule(Request request) {
        if (request.ruleId() != null) {
            return Optional.of(book.get(request.ruleId()));
        }
        String text = request.text() == null ? "" : request.text();
        return book.all().stream()
                .filter(rule -> rule.ruleSet().equals(ASSIDUITY))
                .filter(rule -> text.contains('"' + rule.name() + '"'))
                .findFirst();
    }

    private static String text(Request request, @Nullable RuleView rule) {
        if (request.text() != null) {
            return request.text();
        }
        if (rule == null || request.version() == null) {
            throw Refusal.malformed("refusal.replay.nothing");
        }
        return rule.versions().stream()
                .filter(version -> version.version() == request.version())
                .map(VersionView::text)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("ruleVersion"));
    }

    /** Those who are or were in the group, or in any that a window reaches; nobody else has anything to be seen. */
    private List<UUID> learnersOf(Request request) {
        if (request.groupId() == null) {
            return courses.expected(request.from().minusDays(LearnerFactsLoader.HISTORY_DAYS), request.to());
        }
        groups.get(request.groupId());
        List<UUID> ids = new ArrayList<>();
        for (int page = 0; ; page++) {
            List<UUID> some = learners.search(null, request.groupId(), null, page, SLICE).items().stream()
                    .map(LearnerInfo::id)
                    .toList();
            ids.addAll(some);
            if (some.size() < SLICE) {
                return ids;
            }
        }
    }

    private Instant evening(LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(ZONE).toInstant().minusSeconds(1);
        Instant now = clock.instant();
        return end.isAfter(now) ? now : end;
    }

    private static Report report(RuleReplay draft, @Nullable RuleReplay current, @Nullable RuleView rule) {
        List<Raised> items = draft.raised();
        List<Raised> before = current == null ? List.of() : current.raised();
        Set<String> inDraft = keys(items);
        Set<String> inCurrent = keys(before);
        return new Report(
                items,
                (int) items.stream().map(Raised::learnerId).distinct().count(),
                draft.mails(),
                rule == null ? null : new Published(rule.id(), rule.name()),
                new Difference(
                        items.stream()
                                .filter(one -> !inCurrent.contains(key(one)))
                                .toList(),
                        before.stream()
                                .filter(one -> !inDraft.contains(key(one)))
                                .toList(),
                        items.stream()
                                .filter(one -> inCurrent.contains(key(one)))
                                .toList()));
    }

    private static Set<String> keys(List<Raised> raised) {
        Set<String> keys = new HashSet<>();
        raised.forEach(one -> keys.add(key(one)));
        return keys;
    }

    private static String key(Raised one) {
        return one.learnerId() + "/" + one.date();
    }
}
