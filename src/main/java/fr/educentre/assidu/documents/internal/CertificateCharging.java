package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.documents.internal.CertificateFacts.Activity;
import fr.educentre.assidu.documents.internal.CertificateFacts.Held;
import fr.educentre.assidu.training.EnrolmentInfo.FundingInfo;
import fr.educentre.assidu.training.FundingCharges;
import fr.educentre.assidu.training.FundingCharges.Charge;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What one funding is charged of the sessions and activities of an enrolment, in the order of days. */
final class CertificateCharging {

    private static final FundingCharges.Credit<Object> CREDIT = new FundingCharges.Credit<>() {
        @Override
        public LocalDate day(Object item) {
            return item instanceof Held held ? held.day() : ((Activity) item).day();
        }

        @Override
        public int minutes(Object item) {
            return item instanceof Held held
                    ? held.decided() ? held.creditedMinutes() : 0
                    : ((Activity) item).minutes();
        }
    };

    private CertificateCharging() {}

    /**
     * Sessions of the funding's days with the minutes that it is charged; what is charged to another is not among them, what is
     * not decided yet or was missed is.
     */
    static CertificateFacts of(CertificateFacts facts, List<FundingInfo> fundings, FundingInfo funding) {
        var items = new ArrayList<Object>(facts.sessions());
        items.addAll(facts.activities());
        items.sort(Comparator.comparing(CREDIT::day));
        Map<Object, List<Charge>> charges = FundingCharges.of(fundings, items, CREDIT);
        return new CertificateFacts(
                facts.sessions().stream()
                        .filter(held -> funding.covers(held.day()))
                        .filter(held -> CREDIT.minutes(held) == 0 || part(charges, held, funding.id()) > 0)
                        .map(held -> held.charged(part(charges, held, funding.id())))
                        .toList(),
                facts.activities().stream()
                        .filter(done -> part(charges, done, funding.id()) > 0)
                        .map(done -> done.charged(part(charges, done, funding.id())))
                        .toList());
    }

    private static int part(Map<Object, List<Charge>> charges, Object item, UUID funding) {
        return charges.getOrDefault(item, List.of()).stream()
                .filter(charge -> funding.equals(charge.funding()))
                .mapToInt(Charge::minutes)
                .sum();
    }
}
