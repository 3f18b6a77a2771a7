package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.MailAddress;
import fr.educentre.assidu.shell.WrittenAddress;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Somebody at an employer.
 *
 * @param role what they do there
 */
@Embeddable
public record EmployerContact(
        @NotBlank @Size(max = 200) String name,
        @Size(max = 100) String role,
        @MailAddress @Size(max = 254) String email,
        @Size(max = 40) String phone) {

    public EmployerContact {
        name = WrittenText.line(name);
        role = WrittenText.line(role);
        email = WrittenAddress.of(email);
        phone = WrittenText.line(phone);
    }
}
