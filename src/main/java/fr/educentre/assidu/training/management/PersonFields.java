package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.MailAddress;
import fr.educentre.assidu.shell.WrittenAddress;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** How somebody of the staff is called and reached. */
@Embeddable
public record PersonFields(
        @NotBlank @Size(max = 100) String firstName,
        @NotBlank @Size(max = 100) String lastName,
        @NotBlank @MailAddress @Size(max = 254) String email,
        @Size(max = 40) String phone) {

    public PersonFields {
        firstName = WrittenText.line(firstName);
        lastName = WrittenText.line(lastName);
        email = WrittenAddress.of(email);
        phone = WrittenText.line(phone);
    }
}
