package fr.educentre.assidu.rules.publishing;

import fr.educentre.assidu.rules.RuleBook.Draft;
import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.shell.Refusal;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A rule and its versions; at most one of them is in force. */
@Entity
@Table(name = "rule")
class StoredRule {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private @Nullable UUID id;

    private String code;
    private String ruleSet;
    private String name;
    private Instant createdAt;
    private boolean live = true;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "rule_id", nullable = false, updatable = false)
    @OrderBy("number")
    private List<StoredVersion> versions = new ArrayList<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected StoredRule() {}

    StoredRule(String code, String ruleSet, String name, Instant createdAt) {
        this.code = code;
        this.ruleSet = ruleSet;
        this.name = name;
        this.createdAt = createdAt;
    }

    StoredVersion draft(Draft content, StoredVersion.Author author, Instant at) {
        int next = versions.stream().mapToInt(StoredVersion::number).max().orElse(0) + 1;
        var draft = new StoredVersion(next, content, author, at);
        versions.add(draft);
        return draft;
    }

    StoredVersion required(int number) {
        return find(number).orElseThrow(() -> Refusal.notFound("ruleVersion"));
    }

    Optional<StoredVersion> find(int number) {
        return versions.stream().filter(v -> v.number() == number).findFirst();
    }

    Optional<StoredVersion> published() {
        return versions.stream().filter(StoredVersion::published).findFirst();
    }

    /** In use under this name. */
    void live(String name) {
        this.name = name;
        this.live = true;
    }

    /** Its name may be another's; what is still a draft stays one. */
    void withdraw() {
        live = false;
    }

    boolean live() {
        return live;
    }

    UUID id() {
        if (id == null) {
            throw new IllegalStateException("Not stored yet: " + code);
        }
        return id;
    }

    String code() {
        return code;
    }

    String ruleSet() {
        return ruleSet;
    }

    String name() {
        return name;
    }

    List<StoredVersion> versions() {
        return versions;
    }

    RuleView view() {
        return new RuleView(
                id(),
                ruleSet,
                code,
                name,
                published().map(StoredVersion::text).orElse(null),
                versions.stream().map(StoredVersion::view).toList(),
                live);
    }
}
