package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.training.CentreSetup;
import fr.educentre.assidu.training.CentreSetup.NewFunding;
import fr.educentre.assidu.training.CreditingMethod;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.EnrolmentInfo.FundingInfo;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a line changes of an enrolment and its fundings. */
final class EnrolmentChanges {

    private final CentreSetup setup;
    private final ListOutcome outcome;

    EnrolmentChanges(CentreSetup setup, ListOutcome outcome) {
        this.setup = setup;
        this.outcome = outcome;
    }

    /** Whether something changes. */
    boolean read(ListTable.Line line, EnrolmentInfo before, EnrolmentCells.Values told) {
        int minutes = told.agreedMinutes() == null ? before.agreement().agreedMinutes() : told.agreedMinutes();
        UUID employer = told.employer() == null ? before.employment().employerId() : told.employer();
        boolean same = minutes == before.agreement().agreedMinutes()
                && Objects.equals(employer, before.employment().employerId());
        if (!same) {
            outcome.then(() -> setup.changeEnrolment(before.id(), minutes, employer));
        }
        return funding(line, before, told, minutes) | !same;
    }

    private boolean funding(ListTable.Line line, EnrolmentInfo before, EnrolmentCells.Values told, int minutes) {
        List<FundingInfo> fundings = before.fundings();
        if (fundings.isEmpty()) {
            return told.funder() != null && add(before, told.funder(), told.fileNumber(), minutes);
        }
        if (fundings.size() == 1) {
            FundingInfo only = fundings.getFirst();
            UUID funder =
                    Objects.requireNonNullElse(told.funder(), only.funder().id());
            boolean another = !funder.equals(only.funder().id());
            String number = told.fileNumber() != null || another ? told.fileNumber() : only.fileNumber();
            boolean whole = only.agreedMinutes() == before.agreement().agreedMinutes();
            return change(only, funder, number, whole ? minutes : only.agreedMinutes());
        }
        FundingInfo named = fundings.stream()
                .filter(one -> one.funder().id().equals(told.funder()))
                .findFirst()
                .orElse(null);
        if (named == null && (told.funder() != null || told.fileNumber() != null)) {
            outcome.reject(line, ListColumn.FUNDER, "shared", before.number());
        }
        return named != null
                && told.fileNumber() != null
                && change(named, named.funder().id(), told.fileNumber(), named.agreedMinutes());
    }

    private boolean add(EnrolmentInfo enrolment, UUID funder, @Nullable String number, int minutes) {
        outcome.then(() -> setup.addFundings(List.of(new NewFunding(
                TimeOrderedId.next(),
                enrolment.id(),
                funder,
                number,
                minutes,
                new NewFunding.Period(
                        enrolment.agreement().startsOn(), enrolment.agreement().endsOn()),
                1,
                CreditingMethod.MINUTE))));
        return true;
    }

    private boolean change(FundingInfo before, UUID funder, @Nullable String number, int minutes) {
        if (before.funder().id().equals(funder)
                && Objects.equals(before.fileNumber(), number)
                && before.agreedMinutes() == minutes) {
            return false;
        }
        outcome.then(() -> setup.changeFunding(before.id(), funder, number, minutes));
        return true;
    }
}
