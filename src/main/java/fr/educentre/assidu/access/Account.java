package fr.educentre.assidu.access;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** Someone who may sign in. */
@Entity
class Account {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private @Nullable UUID id;

    private String username;
    private String passwordHash;
    private String displayName;
    private @Nullable String email;

    @Enumerated(EnumType.STRING)
    private Role role;

    private @Nullable UUID personId;
    private String locale = "fr";
    private boolean enabled = true;
    private boolean mustChangePassword;
    private @Nullable Instant validFrom;
    private @Nullable Instant validUntil;
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(
            String username,
            String passwordHash,
            String displayName,
            @Nullable String email,
            Role role,
            @Nullable UUID personId,
            Instant createdAt) {
        this.username = username;
        this.passwordHash = passwordHash;
        this.displayName = displayName;
        this.email = email;
        this.role = role;
        this.personId = personId;
        this.createdAt = createdAt;
    }

    boolean usableAt(Instant now) {
        return enabled
                && (validFrom == null || !now.isBefore(validFrom))
                && (validUntil == null || now.isBefore(validUntil));
    }

    void changePassword(String newHash) {
        passwordHash = newHash;
        mustChangePassword = false;
    }

    void requirePasswordChange() {
        mustChangePassword = true;
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }

    int version() {
        return version;
    }

    String passwordHash() {
        return passwordHash;
    }

    String username() {
        return username;
    }

    @Nullable
    String email() {
        return email;
    }

    Actor actor() {
        return new Actor(id, username, displayName, role, personId);
    }
}
