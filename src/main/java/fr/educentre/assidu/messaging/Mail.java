package fr.educentre.assidu.messaging;

import fr.educentre.assidu.messaging.Outbox.NewMessage;
import fr.educentre.assidu.messaging.Outbox.Recipient;
import fr.educentre.assidu.messaging.Outbox.RecipientKind;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.ContactInfo;
import fr.educentre.assidu.training.LearnerInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail about a learner while it is written: whose it is, who gets it, and what stands in its template's blanks. */
public final class Mail {

    /** Said by the outbox, the same way in every mail. */
    private static final Set<String> OF_THE_CENTRE = Set.of("organisme", "telephone");

    private final Outbox outbox;
    private final String baseUrl;
    private final UUID learnerId;
    private final Map<String, String> values = new HashMap<>();
    private Optional<Recipient> recipient;

    Mail(Outbox outbox, String baseUrl, LearnerInfo learner) {
        this.outbox = outbox;
        this.baseUrl = baseUrl;
        this.learnerId = learner.id();
        this.recipient = recipient(RecipientKind.LEARNER, learner.name(), learner.email());
        values.put("prenom", learner.firstName());
        values.put("nom", learner.name());
    }

    /** To somebody else than the learner. */
    public Mail to(RecipientKind kind, ContactInfo contact) {
        return to(kind, contact.name(), contact.email());
    }

    public Mail to(RecipientKind kind, String name, @Nullable String address) {
        recipient = recipient(kind, name, address);
        return this;
    }

    public Mail with(String blank, String text) {
        values.put(blank, text);
        return this;
    }

    /** A text that its recipient alone reads: it is kept sealed until the mail leaves, and shows masked to everybody else. */
    public static String sealed(String text) {
        return text.isEmpty() ? text : SealedPassage.of(text);
    }

    public Mail with(Map<String, String> texts) {
        values.putAll(texts);
        return this;
    }

    /** What stands in blanks that nothing else fills. */
    public Mail otherwise(Map<String, String> texts) {
        texts.forEach((blank, text) -> {
            if (!OF_THE_CENTRE.contains(blank)) {
                values.putIfAbsent(blank, text);
            }
        });
        return this;
    }

    /** Its link leads to a page of this application, or is a whole address already. */
    public Mail link(String pathOrAddress) {
        return with("lien", pathOrAddress.startsWith("/") ? baseUrl + pathOrAddress : pathOrAddress);
    }

    /** Whether there is an address to write to. */
    public boolean hasAddress() {
        return recipient.isPresent();
    }

    /**
     * Writes it once for a key.
     *
     * @param key what it is for
     * @param why for the people who read the list of messages
     * @param correlation the matter it belongs to
     * @return empty where there is no address to write to
     */
    public Optional<UUID> send(String key, String template, Wording why, String correlation) {
        return recipient.map(
                to -> outbox.enqueue(new NewMessage(key, template, to, Map.copyOf(values), why, correlation)));
    }

    private Optional<Recipient> recipient(RecipientKind kind, String name, @Nullable String address) {
        return Optional.ofNullable(address).map(known -> new Recipient(kind, name, known, learnerId));
    }
}
