package fr.educentre.assidu.shell;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * A SIRET: fourteen digits, of which the last is their Luhn key. La Poste (SIREN 356 000 000) numbers its places so that the sum
 * of their digits is a multiple of five instead (INSEE, répertoire Sirene). Empty is another constraint's affair.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Constraint(validatedBy = Siret.Check.class)
public @interface Siret {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reckons the key. */
    final class Check implements ConstraintValidator<Siret, String> {

        private static final String LA_POSTE = "356000000";

        @Override
        public boolean isValid(@Nullable String siret, ConstraintValidatorContext context) {
            if (siret == null || siret.isEmpty()) {
                return true;
            }
            return siret.matches("[0-9]{14}")
                    && (luhn(siret) % 10 == 0 || (siret.startsWith(LA_POSTE) && sum(siret) % 5 == 0));
        }

        /** Every second digit, from the one before the last, counts double, the digits of a double added up. */
        private static int luhn(String digits) {
            int total = 0;
            for (int i = 0; i < digits.length(); i++) {
                int digit = digits.charAt(digits.length() - 1 - i) - '0';
                int counted = i % 2 == 0 ? digit : digit * 2;
                total += counted > 9 ? counted - 9 : counted;
            }
            return total;
        }

        private static int sum(String digits) {
            return digits.chars().map(digit -> digit - '0').sum();
        }
    }
}
