package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.SensibleDay;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The contract between an apprentice and the employer (article L.6221-1 of the Code du travail). */
@Embeddable
public record ApprenticeshipContract(
        @Size(max = 60) @Column(name = "contract_number") String number,

        @SensibleDay @Column(name = "contract_starts_on") @Nullable
        LocalDate startsOn,

        @SensibleDay @Column(name = "contract_ends_on") @Nullable
        LocalDate endsOn,

        @SensibleDay @Column(name = "contract_signed_on") @Nullable
        LocalDate signedOn) {

    public ApprenticeshipContract {
        number = WrittenText.line(number);
    }
}
