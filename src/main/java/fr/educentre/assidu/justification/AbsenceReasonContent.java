package fr.educentre.assidu.justification;

import fr.educentre.assidu.shell.WrittenText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a learner may be absent.
 *
 * @param code by which lists, rules and calls name it; it stays as it was entered
 * @param medical what is brought for it is read by who follows the learner's health alone
 * @param personal of the learner's own life: a trainer does not read that it is this one; what is medical is personal too
 * @param documentRequired none is filed without a document
 * @param justifiedFor for whom an absence with this reason is justified; for nobody: it cannot be accepted. What the published
 *     terms say of a reason goes before
 * @param retired no longer offered; what was filed under it stays
 */
public record AbsenceReasonContent(
        @NotBlank @Size(max = 40) @Pattern(regexp = "|[A-Z0-9][A-Z0-9_]*", message = "check.reason.code")
        String code,

        @NotBlank @Size(max = 200) String nameFr,
        @NotBlank @Size(max = 200) String nameEn,
        Boolean medical,
        Boolean personal,
        Boolean documentRequired,
        List<Recipient> justifiedFor,
        Boolean retired) {

    /** Who is told of an absence, each by its own regulation. */
    public enum Recipient {
        EMPLOYER,
        FRANCE_TRAVAIL,
        REGION,
        CPF
    }

    public AbsenceReasonContent(
            @Nullable String code,
            @Nullable String nameFr,
            @Nullable String nameEn,
            @Nullable Boolean medical,
            @Nullable Boolean personal,
            @Nullable Boolean documentRequired,
            @Nullable List<Recipient> justifiedFor,
            @Nullable Boolean retired) {
        this.code = WrittenText.line(code).toUpperCase(Locale.ROOT);
        this.nameFr = WrittenText.line(nameFr);
        this.nameEn = WrittenText.line(nameEn);
        this.medical = Boolean.TRUE.equals(medical);
        this.personal = this.medical || Boolean.TRUE.equals(personal);
        this.documentRequired = Boolean.TRUE.equals(documentRequired);
        // Where nobody said what it is worth: to the employer, with whom the centre settles it; funders say themselves
        // what they accept.
        this.justifiedFor = Objects.requireNonNullElse(justifiedFor, List.of(Recipient.EMPLOYER)).stream()
                .distinct()
                .sorted()
                .toList();
        this.retired = Boolean.TRUE.equals(retired);
    }
}
