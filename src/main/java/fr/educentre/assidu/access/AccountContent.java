package fr.educentre.assidu.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.shell.DayRange;
import fr.educentre.assidu.shell.DaysInOrder;
import fr.educentre.assidu.shell.MailAddress;
import fr.educentre.assidu.shell.SensibleDay;
import fr.educentre.assidu.shell.WrittenAddress;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may sign in, as what, and from when to when.
 *
 * @param roles the first is the one that whoever signs in for the first time acts in
 * @param person the trainer, referent or learner whom the account belongs to
 */
public record AccountContent(
        @NotBlank @Size(max = 60) @Pattern(regexp = LOGIN, message = "check.account.login")
        String login,

        @NotBlank @Size(max = 200) String name,
        @MailAddress @Size(max = 254) String email,
        @NotEmpty List<Role> roles,
        @Nullable UUID person,
        @Valid @JsonUnwrapped Validity validity) {

    /** What can be typed at the sign-in and sent by a program: a blank is not seen, a colon ends the name (RFC 7617). */
    private static final String LOGIN = "[\\p{L}\\p{M}\\p{N}._@+'’-]*";

    public AccountContent(
            String login,
            String name,
            String email,
            @Nullable List<Role> roles,
            @Nullable UUID person,
            @Nullable Validity validity) {
        this.login = WrittenText.line(login);
        this.name = WrittenText.line(name);
        this.email = WrittenAddress.of(email);
        this.roles = Objects.requireNonNullElse(roles, List.<Role>of()).stream()
                .distinct()
                .toList();
        this.person = person;
        this.validity = Objects.requireNonNullElseGet(validity, () -> new Validity(null, null));
    }

    /** Days on which the account may be used, both included, in the centre's zone; a side without a day is open. */
    @DaysInOrder
    public record Validity(
            @SensibleDay @Nullable LocalDate validFrom,
            @SensibleDay @Nullable LocalDate validUntil) implements DayRange {

        @Override
        @JsonIgnore
        public @Nullable LocalDate from() {
            return validFrom;
        }

        @Override
        @JsonIgnore
        public @Nullable LocalDate to() {
            return validUntil;
        }
    }
}
