package fr.educentre.assidu.training.management;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps membership of groups in step with enrolments. A period is ended, never deleted: what was before stays true. */
@Component
class GroupMembers {

    private static final ZoneId CENTRE = ZoneId.of("Europe/Paris");

    private final JdbcClient sql;
    private final Clock clock;

    GroupMembers(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A new enrolment: a member from its first day on, unless they are one already. */
    void belongs(EnrolmentContent enrolment) {
        enter(enrolment, enrolment.agreed().days().startsOn());
    }

    /** Another group: a member of the former until yesterday, of the other from today on. */
    void moves(EnrolmentContent before, EnrolmentContent after) {
        UUID left = before.course().groupId();
        if (left.equals(after.course().groupId())) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), CENTRE);
        LocalDate from = later(today, after.agreed().days().startsOn());
        sql.sql(
                        "update group_membership set to_on = greatest(from_on, :last) where learner_id = :learner and group_id = :group"
                                + " and (to_on is null or to_on > :last)")
                .param("last", from.minusDays(1))
                .param("learner", before.course().learnerId())
                .param("group", left)
                .update();
        enter(after, from);
    }

    private void enter(EnrolmentContent enrolment, LocalDate from) {
        sql.sql("""
                insert into group_membership (id, learner_id, group_id, from_on, recorded_at)
                select :id, :learner, :group, :from, :at
                 where not exists (select 1 from group_membership where learner_id = :learner and group_id = :group
                                      and from_on <= :from and (to_on is null or to_on >= :from))
                """)
                .param("id", TimeOrderedId.next())
                .param("learner", enrolment.course().learnerId())
                .param("group", enrolment.course().groupId())
                .param("from", from)
                .param("at", Arguments.utc(clock.instant()))
                .update();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
