package fr.educentre.assidu.overview;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.messaging.Outbox.RecipientKind;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.FollowedLearners;
import fr.educentre.assidu.training.FollowedLearners.Follower;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.management.LearnerRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which those who answer for a minor see the minor's attendance, and nothing else; until the day the learner comes of
 * age at the latest. A referent sends them to those of their own groups.
 */
@Service
@AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
public class GuardianFollowUps {

    private static final Duration GOOD_FOR = Duration.ofDays(180);
    private static final int OF_AGE = 18;
    private static final ZoneId CENTRE = ZoneId.of("Europe/Paris");

    private final FollowUpLinks links;
    private final FollowedLearners followed;
    private final Learners learners;
    private final LearnerRecords records;
    private final CurrentActor current;

    GuardianFollowUps(
            FollowUpLinks links,
            FollowedLearners followed,
            Learners learners,
            LearnerRecords records,
            CurrentActor current) {
        this.links = links;
        this.followed = followed;
        this.learners = learners;
        this.records = records;
        this.current = current;
    }

    /** Who may be sent a link; nobody of a learner who is of age. @throws Refusal NOT_FOUND, NOT_YOURS */
    @Transactional(readOnly = true)
    public List<Follower> guardians(UUID learnerId) {
        followedByReader(learnerId);
        return followed.guardians(learnerId);
    }

    /** Those that work. @throws Refusal NOT_FOUND, NOT_YOURS */
    @Transactional(readOnly = true)
    public List<FollowUpLink> links(UUID learnerId) {
        followedByReader(learnerId);
        return all(learnerId).toList();
    }

    /**
     * Sends one by mail; the one that the guardian had before no longer works.
     *
     * @param english the language of the mail
     * @throws Refusal NOT_FOUND, NOT_YOURS; INVALID where that is no guardian of the learner with an address, or the learner
     *     is of age
     */
    @Transactional
    public FollowUpLink send(UUID learnerId, UUID guardianId, boolean english) {
        LearnerInfo learner = followedByReader(learnerId);
        Follower guardian = followed.guardians(learnerId).stream()
                .filter(one -> one.id().equals(guardianId))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("refusal.followUp.guardian"));
        return links.send(
                guardianId,
                new FollowUpLinks.Letter(RecipientKind.GUARDIAN, guardian, learner.name(), learnerId, english),
                until(learner));
    }

    /** @throws Refusal NOT_FOUND, NOT_YOURS; NOT_FOUND where it is none of the learner's, or no longer works */
    @Transactional
    public void revoke(UUID learnerId, UUID linkId) {
        followedByReader(learnerId);
        UUID guardian = learners.guardians(learnerId).stream()
                .map(person -> person.id())
                .filter(id ->
                        links.working(id).stream().anyMatch(link -> link.id().equals(linkId)))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("link"));
        links.revoke(guardian, linkId, learnerId);
    }

    private Stream<FollowUpLink> all(UUID learnerId) {
        return learners.guardians(learnerId).stream().flatMap(person -> links.working(person.id()).stream());
    }

    private Instant until(LearnerInfo learner) {
        Instant longest = links.now().plus(GOOD_FOR);
        if (learner.birthDate() == null) {
            return longest;
        }
        Instant ofAge =
                learner.birthDate().plusYears(OF_AGE).atStartOfDay(CENTRE).toInstant();
        return ofAge.isBefore(longest) ? ofAge : longest;
    }

    private LearnerInfo followedByReader(UUID learnerId) {
        LearnerInfo learner = learners.get(learnerId);
        if (!records.mayChange(current.get(), learnerId)) {
            throw Refusal.notYours();
        }
        return learner;
    }
}
