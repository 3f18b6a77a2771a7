package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.documents.internal.CertificateFacts.Held;
import fr.educentre.assidu.documents.internal.CertificateModel.Part;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.NatureOfAction;
import fr.educentre.assidu.training.OrganisationInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a certificate says: realised hours are the credited minutes of the sessions and the estimated minutes of validated
 * distance activities. A justified absence is none of these.
 */
@Component
class CertificateComposer {

    private final Texts texts;

    CertificateComposer(Texts texts) {
        this.texts = texts;
    }

    CertificateModel compose(
            OrganisationInfo organisation,
            String learner,
            EnrolmentInfo enrolment,
            CertificateFacts facts,
            int activityMinutes,
            Instant now) {
        var unknown = unknown(facts.sessions(), now);
        long minutes =
                facts.sessions().stream().mapToLong(Held::creditedMinutes).sum() + activityMinutes;
        var days = Stream.concat(
                        facts.sessions().stream().filter(Held::decided).map(Held::day), facts.activityDays().stream())
                .sorted(Comparator.naturalOrder())
                .toList();
        LocalDate from = days.isEmpty() ? enrolment.startsOn() : days.getFirst();
        LocalDate to = days.isEmpty() ? enrolment.endsOn() : days.getLast();
        if (days.isEmpty()) {
            unknown.add(text("nothing"));
        }
        return new CertificateModel(
                Letterhead.of(organisation),
                text("title"),
                !unknown.isEmpty(),
                organisation.representativeName(),
                organisation.representativeTitle(),
                learner,
                enrolment.employerName(),
                enrolment.programmeTitle(),
                enrolment.number(),
                nature(enrolment),
                !days.isEmpty(),
                French.date(from),
                French.date(to),
                French.decimalHours(minutes),
                enrolment.apprenticeship() && !days.isEmpty() ? months(from, to) : null,
                split(facts.sessions(), activityMinutes),
                enrolment.fundings().stream().map(this::funding).toList(),
                unknown);
    }

    private List<String> unknown(List<Held> sessions, Instant now) {
        var unknown = new ArrayList<String>();
        tell(
                unknown,
                "awaiting",
                sessions,
                held -> !held.decided() && !held.endsAt().isAfter(now),
                true);
        tell(
                unknown,
                "toCome",
                sessions,
                held -> !held.decided() && held.endsAt().isAfter(now),
                true);
        tell(
                unknown,
                "withoutProof",
                sessions,
                held -> held.decided() && held.creditedMinutes() > 0 && !held.proofSufficient(),
                false);
        return unknown;
    }

    private void tell(List<String> unknown, String key, List<Held> sessions, Predicate<Held> which, boolean taught) {
        var found = sessions.stream().filter(which).toList();
        if (!found.isEmpty()) {
            long minutes = found.stream()
                    .mapToLong(held -> taught ? held.taughtMinutes() : held.creditedMinutes())
                    .sum();
            String first = French.date(found.getFirst().day());
            String last = French.date(found.getLast().day());
            unknown.add(text(
                    key,
                    found.size(),
                    French.decimalHours(minutes),
                    first.equals(last) ? text("onDay", first) : text("between", first, last)));
        }
    }

    private List<Part> split(List<Held> sessions, int activityMinutes) {
        var parts = new ArrayList<Part>();
        for (String modality : List.of("IN_PERSON", "VIDEO", "ONLINE")) {
            long minutes = sessions.stream()
                    .filter(held -> held.modality().equals(modality))
                    .mapToLong(Held::creditedMinutes)
                    .sum();
            if (minutes > 0) {
                parts.add(new Part(text("part." + modality), French.decimalHours(minutes)));
            }
        }
        if (activityMinutes > 0) {
            parts.add(new Part(text("part.ACTIVITY"), French.decimalHours(activityMinutes)));
        }
        return parts;
    }

    private String funding(EnrolmentInfo.FundingInfo funding) {
        return funding.fileNumber() == null
                ? funding.funderName()
                : text("funding", funding.funderName(), funding.fileNumber());
    }

    private String months(LocalDate from, LocalDate to) {
        Period period = Period.between(from, to.plusDays(1));
        return text("months", period.toTotalMonths(), period.getDays());
    }

    private static String nature(EnrolmentInfo enrolment) {
        return (enrolment.apprenticeship() ? NatureOfAction.APPRENTICESHIP : enrolment.nature()).name();
    }

    private String text(String key, Object... arguments) {
        return texts.in(Texts.FRENCH, "documents.certificate." + key, arguments);
    }
}
