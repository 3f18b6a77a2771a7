package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.MailAddress;
import fr.educentre.assidu.shell.WrittenAddress;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who stands by learners: answers for a minor (représentant légal), accompanies apprentices at an employer (tuteur).
 *
 * @param id null for a new one
 */
public record RelatedPersonContent(
        @Nullable UUID id,
        @NotBlank @Size(max = 100) String firstName,
        @NotBlank @Size(max = 100) String lastName,
        @MailAddress @Size(max = 254) String email,
        @Size(max = 40) String phone) {

    public RelatedPersonContent {
        firstName = WrittenText.line(firstName);
        lastName = WrittenText.line(lastName);
        email = WrittenAddress.of(email);
        phone = WrittenText.line(phone);
    }
}
