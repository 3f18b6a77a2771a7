package fr.educentre.assidu.training.management;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.educentre.assidu.shell.SensibleDay;
import fr.educentre.assidu.shell.WrittenText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A call, meeting or visit with a learner or those around them.
 *
 * @param at with its offset, or without one by the time of the learner's site
 * @param outcome what came of it, in a few words; {@code REACHED}, {@code MESSAGE_LEFT}, {@code NOT_REACHED} and {@code AGREED}
 *     show in the reader's language
 * @param note for who follows the learner alone; it says nothing of their health
 * @param next the day of the next one, if one was agreed
 */
public record NewContact(
        @NotBlank String at,
        @NotNull Kind kind,
        @NotBlank @Size(max = 200) String outcome,
        @Size(max = 2000) String note,
        @JsonProperty("next") @SensibleDay @Nullable LocalDate next) {

    /** How one met. */
    public enum Kind {
        CALL,
        MEETING,
        VISIT
    }

    /** What most contacts come to. */
    public enum Outcome {
        REACHED,
        MESSAGE_LEFT,
        NOT_REACHED,
        AGREED
    }

    public NewContact(
            @Nullable String at, Kind kind, @Nullable String outcome, @Nullable String note, @Nullable LocalDate next) {
        this.at = WrittenText.line(at);
        this.kind = kind;
        this.outcome = WrittenText.line(outcome);
        this.note = WrittenText.lines(note);
        this.next = next;
    }
}
