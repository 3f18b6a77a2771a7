package fr.educentre.assidu.training;

import fr.educentre.assidu.training.EnrolmentInfo.FundingInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Credited minutes charged to the fundings of an enrolment: a minute to one funding only. In the order of days, to the funding of
 * lowest priority number that covers the local day and has agreed minutes left; what is over is charged to nobody.
 */
public final class FundingCharges {

    private FundingCharges() {}

    /**
     * Minutes that a funding takes of one credit.
     *
     * @param funding null for those that nobody pays
     */
    public record Charge(@Nullable UUID funding, int minutes) {}

    /**
     * @param items in the order in which they were earned
     * @return for each item its parts, which add up to its minutes; none for an item without minutes
     */
    public static <T> Map<T, List<Charge>> of(List<FundingInfo> fundings, List<T> items, Credit<T> credit) {
        var left = new HashMap<UUID, Integer>();
        fundings.forEach(one -> left.put(one.id(), one.agreedMinutes()));
        var byPriority = fundings.stream()
                .sorted(Comparator.comparingInt(FundingInfo::priority).thenComparing(FundingInfo::id))
                .toList();
        var charges = new HashMap<T, List<Charge>>();
        for (T item : items) {
            charges.put(item, charged(byPriority, left, credit.day(item), credit.minutes(item)));
        }
        return charges;
    }

    /** When an item was earned, local, and the minutes that it is worth. */
    public interface Credit<T> {
        LocalDate day(T item);

        int minutes(T item);
    }

    private static List<Charge> charged(
            List<FundingInfo> fundings, Map<UUID, Integer> left, LocalDate day, int minutes) {
        var parts = new ArrayList<Charge>();
        int open = minutes;
        for (FundingInfo funding : fundings) {
            int taken = funding.covers(day) ? Math.min(open, left.getOrDefault(funding.id(), 0)) : 0;
            if (taken > 0) {
                parts.add(new Charge(funding.id(), taken));
                left.merge(funding.id(), -taken, Integer::sum);
                open -= taken;
            }
        }
        if (open > 0) {
            parts.add(new Charge(null, open));
        }
        return parts;
    }
}
