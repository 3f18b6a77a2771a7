package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.SensibleDay;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The agreement with who pays (convention de formation, article L.6353-1 of the Code du travail). */
@Embeddable
public record Convention(
        @Size(max = 60) @Column(name = "convention_number") String number,

        @SensibleDay @Column(name = "convention_signed_on") @Nullable
        LocalDate signedOn) {

    public Convention {
        number = WrittenText.line(number);
    }
}
