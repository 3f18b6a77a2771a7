package fr.educentre.assidu.overview;

import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.SignedLinks;
import fr.educentre.assidu.access.SignedLinks.Issued;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.messaging.Outbox;
import fr.educentre.assidu.messaging.Outbox.RecipientKind;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.FollowedLearners.Follower;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Links to the page of follow-up, one that works for each recipient. Who may send one was decided by whoever asks here. */
@Component
class FollowUpLinks {

    static final String PURPOSE = "FOLLOW";
    static final String KIND = "kind";
    static final String NAME = "name";
    static final String ADDRESS = "address";

    private static final String PATH = "/suivi/";
    private static final ZoneId CENTRE = ZoneId.of("Europe/Paris");

    private final SignedLinks links;
    private final Outbox outbox;
    private final ActorJournal journal;
    private final Clock clock;
    private final String baseUrl;

    FollowUpLinks(
            SignedLinks links,
            Outbox outbox,
            ActorJournal journal,
            Clock clock,
            @Value("${assidu.base-url}") String baseUrl) {
        this.links = links;
        this.outbox = outbox;
        this.journal = journal;
        this.clock = clock;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    /** To whom, about whom, in which language. @param learnerId of a guardian's; null of an employer's */
    record Letter(
            RecipientKind kind,
            Follower to,
            String about,
            @Nullable UUID learnerId,
            boolean english) {}

    /** Those of an employer or a guardian that work. */
    List<FollowUpLink> working(UUID subject) {
        return links.working(PURPOSE, subject).stream().map(FollowUpLinks::link).toList();
    }

    /** Sends one; the one that its recipient had before no longer works. */
    FollowUpLink send(UUID subject, Letter letter, Instant until) {
        Follower to = letter.to();
        working(subject).stream()
                .filter(before -> before.address().equalsIgnoreCase(to.address()))
                .forEach(before -> links.revokeOne(PURPOSE, subject, before.id()));
        String token = links.issue(
                PURPOSE, subject, Map.of(KIND, letter.kind().name(), NAME, to.name(), ADDRESS, to.address()), until);
        outbox.enqueue(new Outbox.NewMessage(
                "follow-up:" + TimeOrderedId.next(),
                "lien-de-suivi",
                new Outbox.Recipient(letter.kind(), to.name(), to.address(), letter.learnerId()),
                Map.of(
                        "nom", to.name(),
                        "qui", letter.about(),
                        "jusquau",
                                ReaderFormats.longDate(
                                        until.atZone(CENTRE).toLocalDate(),
                                        letter.english() ? Locale.ENGLISH : Texts.FRENCH),
                        "lien", baseUrl + PATH + token,
                        "langue", letter.english() ? "en" : "fr"),
                Wording.of("overview.followUp.why"),
                "follow-up:" + subject));
        FollowUpLink sent = working(subject).stream()
                .filter(one -> one.address().equals(to.address()))
                .findFirst()
                .orElseThrow();
        record("followUp.linkSent", subject, letter.kind().name(), letter.learnerId(), sent);
        return sent;
    }

    /** @throws Refusal NOT_FOUND where it is none of the subject's, or no longer works */
    void revoke(UUID subject, UUID linkId, @Nullable UUID learnerId) {
        Issued link = links.working(PURPOSE, subject).stream()
                .filter(one -> one.linkId().equals(linkId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("link"));
        links.revokeOne(PURPOSE, subject, linkId);
        record("followUp.linkRevoked", subject, link.payload().getOrDefault(KIND, ""), learnerId, link(link));
    }

    /** Never the token: who reads the journal does not act in the recipient's name. */
    private void record(String action, UUID subject, String kind, @Nullable UUID learnerId, FollowUpLink link) {
        journal.record(JournalRecord.of(
                        action,
                        RecipientKind.EMPLOYER.name().equals(kind) ? "employer" : "guardian",
                        subject.toString())
                .learner(learnerId)
                .after(Map.of(
                        "link", link.id().toString(),
                        "to", link.address(),
                        "until", link.expiresAt().toString())));
    }

    private static FollowUpLink link(Issued issued) {
        return new FollowUpLink(
                issued.linkId(),
                issued.payload().getOrDefault(NAME, ""),
                issued.payload().getOrDefault(ADDRESS, ""),
                issued.createdAt(),
                issued.expiresAt());
    }

    Instant now() {
        return clock.instant();
    }
}
