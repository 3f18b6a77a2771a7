package fr.educentre.assidu.overview;

import fr.educentre.assidu.access.OpenTo;
import fr.educentre.assidu.access.SignedLinks;
import fr.educentre.assidu.access.SignedLinks.Opened;
import fr.educentre.assidu.messaging.Outbox.RecipientKind;
import fr.educentre.assidu.overview.FollowUpQueries.Attended;
import fr.educentre.assidu.overview.FollowedMonth.Hours;
import fr.educentre.assidu.overview.FollowedMonth.Missed;
import fr.educentre.assidu.overview.FollowedMonth.Standing;
import fr.educentre.assidu.training.FollowedLearners;
import fr.educentre.assidu.training.FollowedLearners.Followed;
import fr.educentre.assidu.training.FollowedLearners.Follower;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the bearer of a link of follow-up sees: the attendance of those who are theirs to follow, on the days on which they
 * are. Whose they are is read anew each time: an employer of the past, a contact who left or the guardian of a learner who came
 * of age see no more than what was theirs, and soon nothing.
 */
@Service
public class FollowUpPages {

    private static final ZoneId CENTRE = ZoneId.of("Europe/Paris");
    private static final int MONTHS = 24;

    /** After the last day, so that the last month can still be read. */
    private static final int DAYS_AFTER = 31;

    private final SignedLinks links;
    private final FollowedLearners followed;
    private final FollowUpQueries queries;
    private final Clock clock;

    FollowUpPages(SignedLinks links, FollowedLearners followed, FollowUpQueries queries, Clock clock) {
        this.links = links;
        this.followed = followed;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * What is shown.
     *
     * @param whose the employer's name, or the guardian's
     * @param months that can be chosen, latest first; at least one
     */
    public record Page(String whose, List<YearMonth> months, YearMonth month, List<FollowedMonth> people) {}

    /**
     * Empty when the link is unknown, past or revoked, or leads to nobody any more.
     *
     * @param from the address that asks, of the network
     * @param month null, or one that cannot be chosen, for the latest
     * @throws fr.educentre.assidu.shell.Refusal BUSY where that address tries unknown links again and again
     */
    @Transactional
    @OpenTo(value = OpenTo.Audience.VISITOR, because = "the link is the right")
    public Optional<Page> open(String token, String from, @Nullable YearMonth month) {
        return links.openFrom(FollowUpLinks.PURPOSE, token, from).flatMap(opened -> page(opened, month));
    }

    private Optional<Page> page(Opened opened, @Nullable YearMonth wanted) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), CENTRE);
        boolean employer = RecipientKind.EMPLOYER.name().equals(opened.payload().get(FollowUpLinks.KIND));
        List<Followed> courses = courses(opened, employer).stream()
                .filter(course -> !course.days().last().isBefore(course.days().first()))
                .filter(course -> !course.days().first().isAfter(today))
                .filter(course -> !course.days().last().plusDays(DAYS_AFTER).isBefore(today))
                .toList();
        List<YearMonth> months = months(courses, today);
        if (months.isEmpty()) {
            return Optional.empty();
        }
        YearMonth month = wanted != null && months.contains(wanted) ? wanted : months.getFirst();
        String whose = employer
                ? followed.employer(opened.subjectId()).orElse("")
                : opened.payload().getOrDefault(FollowUpLinks.NAME, "");
        return Optional.of(new Page(whose, months, month, people(courses, month, employer)));
    }

    /** Nobody's once its recipient is no contact any more, or no guardian. */
    private List<Followed> courses(Opened opened, boolean employer) {
        UUID subject = opened.subjectId();
        if (!employer) {
            return followed.ofGuardian(subject);
        }
        String address = opened.payload().getOrDefault(FollowUpLinks.ADDRESS, "");
        return followed.contacts(subject).stream().map(Follower::address).anyMatch(address::equalsIgnoreCase)
                ? followed.ofEmployer(subject)
                : List.of();
    }

    private static List<YearMonth> months(List<Followed> courses, LocalDate today) {
        Optional<LocalDate> first =
                courses.stream().map(course -> course.days().first()).min(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return List.of();
        }
        LocalDate last = courses.stream()
                .map(course -> course.days().last())
                .max(Comparator.naturalOrder())
                .filter(day -> day.isBefore(today))
                .orElse(today);
        return Stream.iterate(YearMonth.from(last), month -> month.minusMonths(1))
                .limit(MONTHS)
                .takeWhile(month -> !month.isBefore(YearMonth.from(first.get())))
                .toList();
    }

    private List<FollowedMonth> people(List<Followed> courses, YearMonth month, boolean employer) {
        // A day more at each end, for sites on other clocks.
        Instant from = month.atDay(1).minusDays(1).atStartOfDay(CENTRE).toInstant();
        Instant end = month.atEndOfMonth().plusDays(2).atStartOfDay(CENTRE).toInstant();
        Instant now = clock.instant();
        List<Attended> held = queries.held(
                courses.stream().map(Followed::enrolmentId).toList(),
                courses.stream().map(Followed::learnerId).distinct().toList(),
                from,
                end.isBefore(now) ? end : now);
        return courses.stream()
                .filter(course -> overlaps(course, month))
                .map(course -> ofCourse(
                        course,
                        held.stream()
                                .filter(one -> one.enrolmentId().equals(course.enrolmentId()))
                                .filter(one -> course.days().holds(one.slot().day()))
                                .filter(one -> YearMonth.from(one.slot().day()).equals(month))
                                .filter(one -> !"EXEMPT".equals(one.status()))
                                .toList(),
                        employer))
                .toList();
    }

    private static boolean overlaps(Followed course, YearMonth month) {
        return !course.days().first().isAfter(month.atEndOfMonth())
                && !course.days().last().isBefore(month.atDay(1));
    }

    private static FollowedMonth ofCourse(Followed course, List<Attended> held, boolean employer) {
        int expected = held.stream().mapToInt(one -> one.minutes().taught()).sum();
        int realised = held.stream().mapToInt(one -> one.minutes().observed()).sum();
        int absent = held.stream().mapToInt(one -> one.minutes().missing()).sum();
        int unknown = held.stream()
                .filter(FollowUpQueries::unknown)
                .mapToInt(one -> one.minutes().taught() - one.minutes().observed())
                .sum();
        int late = Math.max(0, expected - realised - absent - unknown);
        List<Missed> missed = held.stream()
                .filter(one -> one.justification() != null)
                .map(one -> new Missed(
                        one.slot().from(),
                        one.slot().to(),
                        one.slot().zone(),
                        one.minutes().missing(),
                        standing(one, employer)))
                .toList();
        return new FollowedMonth(
                course.name(), course.programme(), new Hours(expected, realised, absent, late, unknown), missed);
    }

    /** A reason may justify an absence to others and not to the employer. What is under review is not justified yet. */
    private static Standing standing(Attended one, boolean employer) {
        return switch (String.valueOf(one.justification())) {
            case "JUSTIFIED" ->
                employer && "UNJUSTIFIED".equals(one.toEmployer()) ? Standing.UNJUSTIFIED : Standing.JUSTIFIED;
            case "UNJUSTIFIED" -> Standing.UNJUSTIFIED;
            default -> Standing.TO_JUSTIFY;
        };
    }
}
