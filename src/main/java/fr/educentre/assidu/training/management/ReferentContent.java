package fr.educentre.assidu.training.management;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.persistence.Embeddable;
import jakarta.validation.Valid;

/**
 * Somebody who follows groups of learners.
 *
 * @param retired no longer offered where a referent is chosen
 */
@Embeddable
public record ReferentContent(@Valid @JsonUnwrapped PersonFields person, Boolean retired) {

    public ReferentContent {
        retired = Boolean.TRUE.equals(retired);
    }
}
