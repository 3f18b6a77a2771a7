package fr.educentre.assidu.overview;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.messaging.Outbox.RecipientKind;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.FollowedLearners;
import fr.educentre.assidu.training.FollowedLearners.Follower;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links by which people of an employer see the attendance of those whom it employs, and nothing else. */
@Service
@AllowedRoles(Role.QUALITY_MANAGER)
public class EmployerFollowUps {

    private static final Duration GOOD_FOR = Duration.ofDays(180);

    private final FollowUpLinks links;
    private final FollowedLearners followed;

    EmployerFollowUps(FollowUpLinks links, FollowedLearners followed) {
        this.links = links;
        this.followed = followed;
    }

    /** Who may be sent a link. @throws Refusal NOT_FOUND */
    @Transactional(readOnly = true)
    public List<Follower> contacts(UUID employerId) {
        name(employerId);
        return followed.contacts(employerId);
    }

    /** Those that work, newest first. @throws Refusal NOT_FOUND */
    @Transactional(readOnly = true)
    public List<FollowUpLink> links(UUID employerId) {
        name(employerId);
        return links.working(employerId);
    }

    /**
     * Sends one by mail; the one that the contact had before no longer works.
     *
     * @param address of one of the contacts
     * @param english the language of the mail
     * @throws Refusal NOT_FOUND; INVALID for an address that is none of a contact's
     */
    @Transactional
    public FollowUpLink send(UUID employerId, String address, boolean english) {
        String name = name(employerId);
        Follower contact = followed.contacts(employerId).stream()
                .filter(one -> one.address().equalsIgnoreCase(address.strip()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("refusal.followUp.contact"));
        return links.send(
                employerId,
                new FollowUpLinks.Letter(RecipientKind.EMPLOYER, contact, name, null, english),
                links.now().plus(GOOD_FOR));
    }

    /** @throws Refusal NOT_FOUND where it is none of the employer's, or no longer works */
    @Transactional
    public void revoke(UUID employerId, UUID linkId) {
        links.revoke(employerId, linkId, null);
    }

    private String name(UUID employerId) {
        return followed.employer(employerId).orElseThrow(() -> Refusal.notFound("employer"));
    }
}
