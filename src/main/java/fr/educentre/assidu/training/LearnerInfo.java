package fr.educentre.assidu.training;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A learner (apprenant). */
public record LearnerInfo(
        UUID id,
        String externalId,
        String firstName,
        String lastName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable LocalDate birthDate) {

    public String name() {
        return firstName + " " + lastName;
    }

    public boolean minorOn(LocalDate day) {
        return birthDate != null && birthDate.plusYears(18).isAfter(day);
    }
}
