package fr.educentre.assidu.shell;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The last day is not before the first; told at the last one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Constraint(validatedBy = DaysInOrder.Check.class)
public @interface DaysInOrder {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Compares both. */
    final class Check implements ConstraintValidator<DaysInOrder, DayRange> {

        @Override
        public boolean isValid(@Nullable DayRange range, ConstraintValidatorContext context) {
            LocalDate from = range == null ? null : range.from();
            LocalDate to = range == null ? null : range.to();
            if (from == null || to == null || !to.isBefore(from)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("")
                    .addPropertyNode("to")
                    .addConstraintViolation();
            return false;
        }
    }
}
