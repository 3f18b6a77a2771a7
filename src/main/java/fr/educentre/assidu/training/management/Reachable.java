package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.MailAddress;
import fr.educentre.assidu.shell.WrittenAddress;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** How the organisation is reached. */
@Embeddable
public record Reachable(
        @NotBlank @Size(max = 40) String phone,
        @NotBlank @MailAddress @Size(max = 254) String email) {

    public Reachable {
        phone = WrittenText.line(phone);
        email = WrittenAddress.of(email);
    }
}
