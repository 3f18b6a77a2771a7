package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.Siret;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What is said of an employer.
 *
 * @param siret fourteen digits, empty when not known
 * @param retired no longer offered where an employer is chosen
 */
public record EmployerFields(
        @NotBlank @Size(max = 40) String code,
        @NotBlank @Size(max = 200) String name,
        @Siret String siret,
        Boolean retired) {

    public EmployerFields {
        retired = Boolean.TRUE.equals(retired);
        code = WrittenText.line(code);
        name = WrittenText.line(name);
        siret = WrittenText.line(siret).replace(" ", "");
    }
}
