package fr.educentre.assidu.access;

import fr.educentre.assidu.access.records.Blank;
import fr.educentre.assidu.access.records.ManagedEntity;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Someone who may sign in. Who has several roles acts in one of them at a time. */
@Entity
class Account extends ManagedEntity<AccountContent> {

    /** No password has it as its hash. */
    static final String NO_PASSWORD = "*";

    private String username;
    private String passwordHash;
    private String displayName;
    private @Nullable String email;

    /** The one acted in. */
    @Enumerated(EnumType.STRING)
    private Role role;

    @ElementCollection
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @OrderColumn(name = "position")
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private List<Role> roles = new ArrayList<>();

    private @Nullable UUID personId;
    private String locale = "fr";
    private boolean enabled = true;
    private boolean mustChangePassword;
    private @Nullable Instant validFrom;
    private @Nullable Instant validUntil;
    private Instant createdAt;

    /** Counts what ends open sessions without changing what is kept. */
    private int sessionsEnded;

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
        identify(TimeOrderedId.next());
        this.username = username;
        this.passwordHash = passwordHash;
        this.displayName = displayName;
        this.email = email;
        this.role = role;
        this.roles.add(role);
        this.personId = personId;
        this.createdAt = createdAt;
    }

    /** Entered by an administrator, without a password: the account's owner chooses it. */
    static Account entered(Instant createdAt) {
        var account = new Account();
        account.passwordHash = NO_PASSWORD;
        account.createdAt = createdAt;
        return account;
    }

    @Override
    protected AccountContent content() {
        return new AccountContent(
                username,
                displayName,
                Objects.requireNonNullElse(email, ""),
                roles,
                personId,
                new AccountContent.Validity(
                        validFrom == null ? null : CentreDays.of(validFrom),
                        validUntil == null ? null : CentreDays.lastBefore(validUntil)));
    }

    @Override
    protected void put(AccountContent content) {
        username = content.login();
        displayName = content.name();
        email = Blank.toNull(content.email());
        if (!roles.equals(content.roles())) {
            roles.clear();
            roles.addAll(content.roles());
        }
        if (role == null || !roles.contains(role)) {
            role = roles.getFirst();
        }
        personId = content.person();
        LocalDate from = content.validity().validFrom();
        LocalDate until = content.validity().validUntil();
        validFrom = from == null ? null : CentreDays.start(from);
        validUntil = until == null ? null : CentreDays.after(until);
    }

    void endAfter(LocalDate lastDay) {
        validUntil = CentreDays.after(lastDay);
    }

    boolean usableAt(Instant now) {
        return enabled
                && (validFrom == null || !now.isBefore(validFrom))
                && (validUntil == null || now.isBefore(validUntil));
    }

    void enable(boolean yes) {
        enabled = yes;
    }

    boolean enabled() {
        return enabled;
    }

    /** Sessions see another version at their next request. */
    void endSessions() {
        sessionsEnded++;
    }

    void actAs(Role one) {
        role = one;
    }

    List<Role> roles() {
        return List.copyOf(roles);
    }

    boolean nobodyChoseAPassword() {
        return NO_PASSWORD.equals(passwordHash);
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

    String passwordHash() {
        return passwordHash;
    }

    String username() {
        return username;
    }

    String displayName() {
        return displayName;
    }

    @Nullable
    String email() {
        return email;
    }

    Actor actor() {
        return new Actor(id(), username, displayName, role, personId);
    }
}
