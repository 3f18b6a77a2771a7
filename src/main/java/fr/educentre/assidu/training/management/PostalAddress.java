package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.WrittenText;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Where letters and people come to. */
@Embeddable
public record PostalAddress(
        @NotBlank @Size(max = 300) String address,
        @NotBlank @Size(max = 12) String postalCode,
        @NotBlank @Size(max = 100) String city) {

    public PostalAddress {
        address = WrittenText.line(address);
        postalCode = WrittenText.line(postalCode);
        city = WrittenText.line(city);
    }
}
