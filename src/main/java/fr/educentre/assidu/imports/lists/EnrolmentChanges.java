package fr.educentre.assidu.imports.lists;

import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.EnrolmentInfo.FundingInfo;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a line changes of an enrolment and its fundings. */
final class EnrolmentChanges {

    private final JdbcClient sql;
    private final ListOutcome outcome;

    EnrolmentChanges(JdbcClient sql, ListOutcome outcome) {
        this.sql = sql;
        this.outcome = outcome;
    }

    /** Whether something changes. */
    boolean read(ListTable.Line line, EnrolmentInfo before, EnrolmentCells.Told told) {
        int minutes = told.agreedMinutes() == null ? before.agreedMinutes() : told.agreedMinutes();
        UUID employer = told.employer() == null ? before.employerId() : told.employer();
        boolean same = minutes == before.agreedMinutes() && Objects.equals(employer, before.employerId());
        if (!same) {
            // A tutor works for the employer: with another employer there is none until one is named.
            outcome.then(() -> sql.sql("""
                            update enrolment set agreed_minutes = :minutes, employer_id = :employer,
                                   tutor_id = case when employer_id is not distinct from :employer then tutor_id end,
                                   version = version + 1
                             where id = :id
                            """)
                    .param("minutes", minutes)
                    .param("employer", employer, java.sql.Types.OTHER)
                    .param("id", before.id())
                    .update());
        }
        return funding(line, before, told, minutes) | !same;
    }

    private boolean funding(ListTable.Line line, EnrolmentInfo before, EnrolmentCells.Told told, int minutes) {
        List<FundingInfo> fundings = before.fundings();
        if (fundings.isEmpty()) {
            return told.funder() != null && add(before, told.funder(), told.fileNumber(), minutes);
        }
        if (fundings.size() == 1) {
            FundingInfo only = fundings.getFirst();
            UUID funder = Objects.requireNonNullElse(told.funder(), only.funderId());
            boolean another = !funder.equals(only.funderId());
            String number = told.fileNumber() != null || another ? told.fileNumber() : only.fileNumber();
            boolean whole = only.agreedMinutes() == before.agreedMinutes();
            return change(only, funder, number, whole ? minutes : only.agreedMinutes());
        }
        FundingInfo named = fundings.stream()
                .filter(one -> one.funderId().equals(told.funder()))
                .findFirst()
                .orElse(null);
        if (named == null && (told.funder() != null || told.fileNumber() != null)) {
            outcome.reject(line, ListColumn.FUNDER, "shared", before.number());
        }
        return named != null
                && told.fileNumber() != null
                && change(named, named.funderId(), told.fileNumber(), named.agreedMinutes());
    }

    private boolean add(EnrolmentInfo enrolment, UUID funder, @Nullable String number, int minutes) {
        outcome.then(() -> sql.sql("""
                        insert into funding (id, enrolment_id, funder_id, file_number, agreed_minutes, starts_on, ends_on,
                               priority, crediting_method)
                        values (:id, :enrolment, :funder, :number, :minutes, :from, :to, 1, 'MINUTE')
                        """)
                .param("id", EnrolmentCells.newId())
                .param("enrolment", enrolment.id())
                .param("funder", funder)
                .param("number", number)
                .param("minutes", minutes)
                .param("from", enrolment.startsOn())
                .param("to", enrolment.endsOn())
                .update());
        return true;
    }

    private boolean change(FundingInfo before, UUID funder, @Nullable String number, int minutes) {
        if (before.funderId().equals(funder)
                && Objects.equals(before.fileNumber(), number)
                && before.agreedMinutes() == minutes) {
            return false;
        }
        outcome.then(() -> sql.sql("""
                        update funding set funder_id = :funder, file_number = :number, agreed_minutes = :minutes,
                               version = version + 1
                         where id = :id
                        """)
                .param("funder", funder)
                .param("number", number)
                .param("minutes", minutes)
                .param("id", before.id())
                .update());
        return true;
    }
}
