package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.FieldProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an enrolment names must be there; its fundings lie within it. */
@Component
class EnrolmentChecks {

    private final JdbcClient sql;

    EnrolmentChecks(JdbcClient sql) {
        this.sql = sql;
    }

    List<FieldProblem> problems(EnrolmentContent content) {
        var problems = new ArrayList<FieldProblem>();
        Known known = known(content);
        unknown(problems, "learnerId", known.learner());
        unknown(problems, "programmeId", known.programme());
        unknown(problems, "groupId", known.group());
        unknown(problems, "employerId", content.employment().employerId() == null || known.employer());
        unknown(problems, "tutorId", content.employment().tutorId() == null || known.tutor());
        CourseDays days = content.agreed().days();
        if (days.reversed()) {
            problems.add(new FieldProblem("endsOn", "check.DaysInOrder"));
        }
        for (int i = 0; i < content.fundings().size(); i++) {
            problems.addAll(problems("fundings[" + i + "].", content.fundings().get(i), days));
        }
        return problems;
    }

    private static void unknown(List<FieldProblem> problems, String field, boolean known) {
        if (!known) {
            problems.add(new FieldProblem(field, "check.unknown"));
        }
    }

    private List<FieldProblem> problems(String path, FundingContent funding, CourseDays course) {
        var problems = new ArrayList<FieldProblem>();
        boolean known = sql.sql("select exists (select 1 from funder where id = :id)")
                .param("id", funding.funderId())
                .query(Boolean.class)
                .single();
        unknown(problems, path + "funderId", known);
        if (funding.days().reversed()) {
            problems.add(new FieldProblem(path + "endsOn", "check.DaysInOrder"));
        } else if (funding.days().startsOn().isAfter(course.endsOn())
                || funding.days().endsOn().isBefore(course.startsOn())) {
            problems.add(new FieldProblem(path + "startsOn", "check.funding.outside"));
        }
        return problems;
    }

    private Known known(EnrolmentContent content) {
        return sql.sql("""
                        select exists (select 1 from learner where id = :learner) as learner,
                               exists (select 1 from programme where id = :programme) as programme,
                               exists (select 1 from learner_group where id = :group) as in_group,
                               exists (select 1 from employer where id = cast(:employer as uuid)) as employer,
                               exists (select 1 from tutor where id = cast(:tutor as uuid)
                                          and employer_id = cast(:employer as uuid)) as tutor
                        """)
                .param("learner", content.course().learnerId())
                .param("programme", content.course().programmeId())
                .param("group", content.course().groupId())
                .param("employer", text(content.employment().employerId()))
                .param("tutor", text(content.employment().tutorId()))
                .query((row, n) -> new Known(
                        row.getBoolean("learner"),
                        row.getBoolean("programme"),
                        row.getBoolean("in_group"),
                        row.getBoolean("employer"),
                        row.getBoolean("tutor")))
                .single();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private record Known(boolean learner, boolean programme, boolean group, boolean employer, boolean tutor) {}

    /** {@code INS-2026-00012}: the one after the greatest of the year. */
    String nextNumber(LocalDate startsOn) {
        String year = "INS-" + startsOn.getYear() + "-";
        int last = sql.sql("select coalesce(max(substring(number from :digits)::int), 0) from enrolment"
                        + " where number ~ (:year || '[0-9]{1,6}$')")
                .param("digits", "[0-9]+$")
                .param("year", "^" + year)
                .query(Integer.class)
                .single();
        return year + String.format(Locale.ROOT, "%05d", last + 1);
    }
}
