package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.MailAddress;
import fr.educentre.assidu.shell.SensibleDay;
import fr.educentre.assidu.shell.WrittenAddress;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who a learner is and how they are reached.
 *
 * @param externalId by which lists and partners know them
 */
public record LearnerFields(
        @NotBlank @Size(max = 60) String externalId,
        @NotBlank @Size(max = 100) String firstName,
        @NotBlank @Size(max = 100) String lastName,
        @MailAddress @Size(max = 254) String email,
        @Size(max = 40) String phone,
        @SensibleDay @PastOrPresent @Nullable LocalDate birthDate) {

    public LearnerFields {
        externalId = WrittenText.line(externalId);
        firstName = WrittenText.line(firstName);
        lastName = WrittenText.line(lastName);
        email = WrittenAddress.of(email);
        phone = WrittenText.line(phone);
    }
}
