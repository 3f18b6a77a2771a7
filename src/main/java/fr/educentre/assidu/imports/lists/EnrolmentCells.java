package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.training.CentreSetup;
import fr.educentre.assidu.training.CentreSetup.NewEnrolment;
import fr.educentre.assidu.training.CentreSetup.NewFunding;
import fr.educentre.assidu.training.CentreSetup.NewMembership;
import fr.educentre.assidu.training.CreditingMethod;
import fr.educentre.assidu.training.EnrolmentInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The enrolment that a line describes: a new one in a group joined, else what changes of the one there is. */
final class EnrolmentCells {

    private final CentreSetup setup;
    private final ReferenceData known;
    private final NamedReferences references;
    private final ListOutcome outcome;
    private final EnrolmentChanges changes;
    private final Map<UUID, List<EnrolmentInfo>> existing;
    private final LocalDate today;
    /** Groups that have members already. */
    private final Set<UUID> peopled;

    private long lastNumber;

    private final List<NewMembership> memberships = new ArrayList<>();
    private final List<NewEnrolment> enrolled = new ArrayList<>();
    private final List<NewFunding> fundings = new ArrayList<>();

    EnrolmentCells(
            JdbcClient sql,
            CentreSetup setup,
            ReferenceData known,
            ListOutcome outcome,
            Map<UUID, List<EnrolmentInfo>> existing,
            LocalDate today) {
        this.setup = setup;
        this.known = known;
        this.references = new NamedReferences(setup, known, outcome);
        this.outcome = outcome;
        this.changes = new EnrolmentChanges(setup, outcome);
        this.existing = existing;
        this.today = today;
        this.lastNumber = sql.sql(
                        "select coalesce(max(substring(number from '[0-9]+$')::bigint), 0) from training_v_enrolment")
                .query(Long.class)
                .single();
        this.peopled = new HashSet<>(sql.sql("select distinct group_id from training_v_membership")
                .query(UUID.class)
                .list());
    }

    /** What the cells say; null where they are empty. */
    record Values(
            @Nullable Integer agreedMinutes,
            @Nullable UUID employer,
            @Nullable UUID funder,
            @Nullable String fileNumber) {}

    /** Whether something changes. */
    boolean read(ListTable.Line line, UUID learner) {
        var told = new Values(
                outcome.hours(line, ListColumn.AGREED_HOURS),
                references.employer(line),
                references.funder(line),
                line.has(ListColumn.FILE_NUMBER) ? line.get(ListColumn.FILE_NUMBER) : null);
        UUID programme = references.programme(line);
        List<EnrolmentInfo> theirs = existing.getOrDefault(learner, List.of());
        if (!line.has(ListColumn.GROUP)) {
            EnrolmentInfo running = running(theirs);
            return running != null && changes.read(line, running, told);
        }
        ReferenceData.Group group = ReferenceData.find(known.groups, line.get(ListColumn.GROUP));
        if (group == null) {
            outcome.reject(line, ListColumn.GROUP, "group", line.get(ListColumn.GROUP));
            return false;
        }
        EnrolmentInfo there = theirs.stream()
                .filter(one -> one.group().id().equals(group.id()))
                .max(Comparator.comparing((EnrolmentInfo one) -> one.agreement().startsOn())
                        .thenComparing(EnrolmentInfo::id))
                .orElse(null);
        if (there != null) {
            return changes.read(line, there, told);
        }
        LocalDate from = entry(line, group, theirs.isEmpty());
        join(learner, group, programme == null ? group.programme() : programme, told, from);
        return true;
    }

    void write() {
        setup.addMemberships(memberships);
        setup.addEnrolments(enrolled);
        setup.addFundings(fundings);
    }

    private @Nullable EnrolmentInfo running(List<EnrolmentInfo> theirs) {
        return theirs.stream()
                .filter(one -> !one.agreement().startsOn().isAfter(today)
                        && !one.agreement().endsOn().isBefore(today))
                .max(Comparator.comparing((EnrolmentInfo one) -> one.agreement().startsOn())
                        .thenComparing(EnrolmentInfo::id))
                .orElse(null);
    }

    /** Whoever comes late was not absent before; a group's first list is of those who began with it. */
    private LocalDate entry(ListTable.Line line, ReferenceData.Group group, boolean newcomer) {
        LocalDate told = outcome.date(line, ListColumn.STARTS_ON);
        if (told != null) {
            if (told.isBefore(group.startsOn()) || told.isAfter(group.endsOn())) {
                outcome.reject(line, ListColumn.STARTS_ON, "outsideGroup", line.get(ListColumn.GROUP));
            }
            return told;
        }
        boolean running = group.startsOn().isBefore(today) && !group.endsOn().isBefore(today);
        return running && (peopled.contains(group.id()) || !newcomer) ? today : group.startsOn();
    }

    private void join(UUID learner, ReferenceData.Group group, UUID programme, Values told, LocalDate from) {
        int minutes = told.agreedMinutes() == null ? 0 : told.agreedMinutes();
        UUID enrolment = TimeOrderedId.next();
        memberships.add(new NewMembership(learner, group.id(), from, null));
        lastNumber++;
        enrolled.add(new NewEnrolment(
                enrolment,
                "INS-%d-%05d".formatted(today.getYear(), lastNumber),
                learner,
                programme,
                group.id(),
                new NewEnrolment.Employment(told.employer(), null, false),
                new NewEnrolment.Agreement(from, group.endsOn(), minutes)));
        if (told.funder() != null) {
            fundings.add(new NewFunding(
                    TimeOrderedId.next(),
                    enrolment,
                    told.funder(),
                    told.fileNumber(),
                    minutes,
                    new NewFunding.Period(from, group.endsOn()),
                    1,
                    CreditingMethod.MINUTE));
        }
    }
}
