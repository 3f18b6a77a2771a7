package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.shell.InvalidContent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Says what follows from an event before it is declared. It is tried and undone, so that it tells what will happen. */
@Service
@AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
public class EnrolmentEventPreview {

    private final StoredEnrolmentEvents stored;
    private final EnrolmentNotices notices;
    private final List<FollowUps> followUps;
    private final TransactionTemplate undone;

    EnrolmentEventPreview(
            StoredEnrolmentEvents stored,
            EnrolmentNotices notices,
            List<FollowUps> followUps,
            PlatformTransactionManager transactions) {
        this.stored = stored;
        this.notices = notices;
        this.followUps = followUps;
        this.undone = new TransactionTemplate(transactions);
        undone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Nothing of it is kept.
     *
     * @throws InvalidContent naming each field to mend
     */
    public EnrolmentConsequences of(UUID enrolmentId, NewEnrolmentEvent event) {
        StoredEnrolmentEvents.Course course = stored.followed(enrolmentId);
        stored.check(enrolmentId, event, course);
        boolean ends = event.kind().stops() && !stored.goesOnElsewhere(course.learnerId(), enrolmentId, event.on());
        return new EnrolmentConsequences(
                changed(enrolmentId, event),
                event.kind().isFinal(),
                notices.of(enrolmentId, event, course),
                ends
                        ? followUps.stream()
                                .mapToInt(one -> one.underWay(course.learnerId()))
                                .sum()
                        : 0);
    }

    private int changed(UUID enrolmentId, NewEnrolmentEvent event) {
        Integer count = undone.execute(status -> {
            status.setRollbackOnly();
            Set<UUID> before = stored.expected(enrolmentId, event.on());
            stored.add(TimeOrderedId.next(), enrolmentId, event);
            Set<UUID> after = stored.expected(enrolmentId, event.on());
            Set<UUID> changed = new HashSet<>(before);
            changed.addAll(after);
            changed.removeIf(session -> before.contains(session) && after.contains(session));
            return changed.size();
        });
        return count == null ? 0 : count;
    }
}
