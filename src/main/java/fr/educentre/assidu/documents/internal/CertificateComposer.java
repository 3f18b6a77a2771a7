package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.documents.internal.CertificateFacts.Held;
import fr.educentre.assidu.documents.internal.CertificateModel.Part;
import fr.educentre.assidu.rules.WithoutProof;
import fr.educentre.assidu.shell.DecimalHours;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.EnrolmentInfo.FundingInfo;
import fr.educentre.assidu.training.NatureOfAction;
import fr.educentre.assidu.training.OrganisationInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a certificate says: realised hours are the credited minutes of the sessions and the estimated minutes of validated
 * distance activities. A justified absence is none of these. Hours without sufficient proof are counted and told, or left
 * out and told, as published.
 */
@Component
class CertificateComposer {

    private static final int MOST_DAYS = 10;

    private final Texts texts;

    CertificateComposer(Texts texts) {
        this.texts = texts;
    }

    /** @param funding the one it is for, null for all of them */
    CertificateModel compose(
            OrganisationInfo organisation,
            String learner,
            EnrolmentInfo enrolment,
            @Nullable FundingInfo funding,
            CertificateFacts facts,
            WithoutProof withoutProof,
            Instant now) {
        var unproven = facts.sessions().stream().filter(Held::unproven).toList();
        boolean counted = withoutProof == WithoutProof.LISTED;
        var certified = certified(facts.sessions(), withoutProof);
        var unknown = unknown(facts.sessions(), now);
        var leftOut = new ArrayList<String>();
        tell(counted ? unknown : leftOut, counted ? "withoutProof" : "leftOut", unproven, Held::creditedMinutes);
        var days = Stream.concat(
                        facts.sessions().stream().filter(Held::decided).map(Held::day),
                        facts.activities().stream().map(CertificateFacts.Activity::day))
                .sorted(Comparator.naturalOrder())
                .toList();
        LocalDate from = days.isEmpty() ? enrolment.agreement().startsOn() : days.getFirst();
        LocalDate to = days.isEmpty() ? enrolment.agreement().endsOn() : days.getLast();
        if (days.isEmpty()) {
            unknown.add(text("nothing"));
        }
        return new CertificateModel(
                new CertificateModel.Heading(Letterhead.of(organisation), text("title"), !unknown.isEmpty()),
                new CertificateModel.Signatory(
                        organisation.representative().name(),
                        organisation.representative().title()),
                new CertificateModel.Trainee(learner, enrolment.employment().employerName()),
                new CertificateModel.Training(enrolment.programme().title(), enrolment.number(), nature(enrolment)),
                new CertificateModel.Period(
                        !days.isEmpty(), FrenchDocumentFormat.date(from), FrenchDocumentFormat.date(to)),
                done(
                        certified,
                        facts.activityMinutes(),
                        enrolment.employment().apprenticeship() && !days.isEmpty() ? months(from, to) : null),
                (funding == null ? enrolment.fundings() : List.of(funding))
                        .stream().map(this::funding).toList(),
                new CertificateModel.Reservations(leftOut, unknown));
    }

    /** Whose hours are among those certified. */
    static List<Held> certified(List<Held> sessions, WithoutProof withoutProof) {
        return sessions.stream()
                .filter(held -> withoutProof == WithoutProof.LISTED || !held.unproven())
                .toList();
    }

    private List<String> unknown(List<Held> sessions, Instant now) {
        var unknown = new ArrayList<String>();
        var open = sessions.stream().filter(held -> !held.decided()).toList();
        tell(
                unknown,
                "awaiting",
                open.stream().filter(held -> !held.slot().endsAt().isAfter(now)).toList(),
                Held::taughtMinutes);
        tell(
                unknown,
                "toCome",
                open.stream().filter(held -> held.slot().endsAt().isAfter(now)).toList(),
                Held::taughtMinutes);
        return unknown;
    }

    private void tell(List<String> lines, String key, List<Held> sessions, ToIntFunction<Held> minutes) {
        if (!sessions.isEmpty()) {
            lines.add(text(
                    key,
                    sessions.size(),
                    FrenchDocumentFormat.decimalHours(
                            sessions.stream().mapToInt(minutes).sum()),
                    when(sessions)));
        }
    }

    private String when(List<Held> sessions) {
        String first = FrenchDocumentFormat.date(sessions.getFirst().day());
        String last = FrenchDocumentFormat.date(sessions.getLast().day());
        return first.equals(last) ? text("onDay", first) : text("between", first, last);
    }

    /**
     * @throws Refusal CONFLICT naming the sessions, where what is published holds the certificate back for their proof;
     *     nothing else than missing or contradictory proof may
     */
    static void requireProof(List<Held> sessions, WithoutProof withoutProof) {
        var unproven = sessions.stream().filter(Held::unproven).toList();
        if (withoutProof == WithoutProof.HELD_BACK && !unproven.isEmpty()) {
            String days = unproven.stream()
                    .map(held -> FrenchDocumentFormat.date(held.day()))
                    .distinct()
                    .limit(MOST_DAYS)
                    .collect(Collectors.joining(", "));
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "refusal.documents.unproven",
                    unproven.size(),
                    FrenchDocumentFormat.decimalHours(
                            unproven.stream().mapToInt(Held::creditedMinutes).sum()),
                    days);
        }
    }

    private CertificateModel.Done done(List<Held> sessions, int activityMinutes, @Nullable String months) {
        var minutes = new LinkedHashMap<String, Long>();
        for (String modality : List.of("IN_PERSON", "VIDEO", "ONLINE")) {
            long credited = sessions.stream()
                    .filter(held -> held.modality().equals(modality))
                    .mapToLong(Held::creditedMinutes)
                    .sum();
            minutes.put(modality, credited);
        }
        minutes.put("ACTIVITY", (long) activityMinutes);
        minutes.values().removeIf(none -> none == 0);
        var hours = DecimalHours.ofParts(List.copyOf(minutes.values()));
        var printed = hours.parts().iterator();
        return new CertificateModel.Done(
                FrenchDocumentFormat.decimalHours(hours.total()),
                months,
                minutes.keySet().stream()
                        .map(part -> new Part(text("part." + part), FrenchDocumentFormat.decimalHours(printed.next())))
                        .toList());
    }

    private String funding(FundingInfo funding) {
        return funding.fileNumber() == null
                ? funding.funder().name()
                : text("funding", funding.funder().name(), funding.fileNumber());
    }

    private String months(LocalDate from, LocalDate to) {
        Period period = Period.between(from, to.plusDays(1));
        return text("months", period.toTotalMonths(), period.getDays());
    }

    private static String nature(EnrolmentInfo enrolment) {
        return (enrolment.employment().apprenticeship()
                        ? NatureOfAction.APPRENTICESHIP
                        : enrolment.programme().nature())
                .name();
    }

    private String text(String key, Object... arguments) {
        return texts.in(Texts.FRENCH, "documents.certificate." + key, arguments);
    }
}
