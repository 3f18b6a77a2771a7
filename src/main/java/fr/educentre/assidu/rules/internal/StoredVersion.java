package fr.educentre.assidu.rules.internal;

import fr.educentre.assidu.rules.RuleBook.VersionView;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A version of a rule; its text never changes. */
@Entity
@Table(name = "rule_version")
class StoredVersion {

    private static final String DRAFT = "DRAFT";
    private static final String PUBLISHED = "PUBLISHED";
    private static final String RETIRED = "RETIRED";

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private @Nullable UUID id;

    private int number;
    private String state = DRAFT;
    private String text;
    private String author;
    private Instant createdAt;
    private @Nullable String publishedBy;
    private @Nullable Instant publishedAt;
    private @Nullable Instant retiredAt;

    @SuppressWarnings("NullAway.Init")
    protected StoredVersion() {}

    StoredVersion(int number, String text, String author, Instant createdAt) {
        this.number = number;
        this.text = text;
        this.author = author;
        this.createdAt = createdAt;
    }

    /** A retired version may be published again: that is how one goes back. */
    void publish(String by, Instant at) {
        state = PUBLISHED;
        publishedBy = by;
        publishedAt = at;
        retiredAt = null;
    }

    void retire(Instant at) {
        if (!published()) {
            throw new IllegalStateException("Version " + number + " is " + state);
        }
        state = RETIRED;
        retiredAt = at;
    }

    boolean published() {
        return state.equals(PUBLISHED);
    }

    int number() {
        return number;
    }

    String text() {
        return text;
    }

    VersionView view() {
        return new VersionView(number, state, text, author, createdAt, publishedBy, publishedAt);
    }
}
