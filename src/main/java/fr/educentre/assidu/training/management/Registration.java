package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.Siret;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Numbers under which the authorities know the organisation.
 *
 * @param nda numéro de déclaration d'activité, eleven digits (article L.6351-1 of the Code du travail)
 */
@Embeddable
public record Registration(
        @NotBlank @Siret String siret,

        @NotBlank @Pattern(regexp = "[0-9]{11}|", message = "check.nda")
        String nda,

        @NotBlank @Size(max = 100) String ndaRegion) {

    public Registration {
        siret = WrittenText.line(siret).replace(" ", "");
        nda = WrittenText.line(nda).replace(" ", "");
        ndaRegion = WrittenText.line(ndaRegion);
    }
}
