package fr.educentre.assidu.rules.publishing;

import fr.educentre.assidu.rules.RuleBook.Draft;
import fr.educentre.assidu.rules.RuleBook.VersionView;
import fr.educentre.assidu.rules.RuleExample;
import fr.educentre.assidu.rules.examples.ExamplesJson;
import fr.educentre.assidu.rules.language.Tags;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A version of a rule; what it holds never changes once it was published. */
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
    private String purpose;

    @Convert(converter = Tags.class)
    private List<String> tags;

    private @Nullable LocalDate startsOn;
    private @Nullable LocalDate endsOn;

    @Convert(converter = ExamplesJson.class)
    private List<RuleExample> examples;

    private String author;
    private @Nullable String authorAccount;
    private Instant createdAt;
    private @Nullable String publishedBy;
    private @Nullable Instant publishedAt;
    private @Nullable String publishReason;
    private @Nullable String retiredBy;
    private @Nullable Instant retiredAt;
    private @Nullable String retireReason;

    @SuppressWarnings("NullAway.Init")
    protected StoredVersion() {}

    @SuppressWarnings("NullAway.Init")
    StoredVersion(int number, Draft draft, Author author, Instant createdAt) {
        this.number = number;
        this.author = author.name();
        this.authorAccount = author.account();
        this.createdAt = createdAt;
        rewrite(draft);
    }

    /** @param account null for the system */
    record Author(String name, @Nullable String account) {}

    void rewrite(Draft draft) {
        if (!draft()) {
            throw new IllegalStateException("Version " + number + " is " + state);
        }
        text = draft.text();
        purpose = draft.purpose();
        tags = List.copyOf(draft.tags());
        startsOn = draft.startsOn();
        endsOn = draft.endsOn();
        examples = List.copyOf(draft.examples());
    }

    void publish(String by, Instant at, String reason) {
        if (!draft()) {
            throw new IllegalStateException("Version " + number + " is " + state);
        }
        state = PUBLISHED;
        publishedBy = by;
        publishedAt = at;
        publishReason = reason;
    }

    void retire(String by, Instant at, String reason) {
        if (state.equals(RETIRED)) {
            throw new IllegalStateException("Version " + number + " is " + state);
        }
        state = RETIRED;
        retiredBy = by;
        retiredAt = at;
        retireReason = reason;
    }

    boolean published() {
        return state.equals(PUBLISHED);
    }

    boolean draft() {
        return state.equals(DRAFT);
    }

    boolean writtenBy(@Nullable String account) {
        return account != null && account.equals(authorAccount);
    }

    Author author() {
        return new Author(author, authorAccount);
    }

    int number() {
        return number;
    }

    String text() {
        return text;
    }

    Draft content() {
        return new Draft(text, purpose, tags, startsOn, endsOn, examples);
    }

    VersionView view() {
        return new VersionView(
                number,
                state,
                text,
                new VersionView.Writing(author, createdAt),
                new VersionView.Publication(publishedBy, publishedAt, publishReason),
                new VersionView.Retirement(retiredBy, retiredAt, retireReason),
                new VersionView.Terms(purpose, tags, startsOn, endsOn),
                examples);
    }
}
