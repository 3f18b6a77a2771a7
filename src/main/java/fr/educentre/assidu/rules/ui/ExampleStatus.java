package fr.educentre.assidu.rules.ui;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What may have come of a session: the status, and of an absence where its justification stands. */
enum ExampleStatus {
    PRESENT("PRESENT", null),
    LATE("LATE", null),
    LEFT_EARLY("LEFT_EARLY", null),
    PARTIAL("PARTIAL", null),
    ABSENT_TO_JUSTIFY("ABSENT", "TO_JUSTIFY"),
    ABSENT_UNDER_REVIEW("ABSENT", "UNDER_REVIEW"),
    ABSENT_JUSTIFIED("ABSENT", "JUSTIFIED"),
    ABSENT_UNJUSTIFIED("ABSENT", "UNJUSTIFIED"),
    EXEMPT("EXEMPT", null);

    private final String status;
    private final @Nullable String justification;

    ExampleStatus(String status, @Nullable String justification) {
        this.status = status;
        this.justification = justification;
    }

    static ExampleStatus of(String status, @Nullable String justification) {
        for (ExampleStatus one : values()) {
            if (one.status.equals(status) && Objects.equals(one.justification, justification)) {
                return one;
            }
        }
        return status.equals("ABSENT") ? ABSENT_TO_JUSTIFY : PRESENT;
    }

    String status() {
        return status;
    }

    @Nullable
    String justification() {
        return justification;
    }

    boolean losesMinutes() {
        return this == LATE || this == LEFT_EARLY || this == PARTIAL;
    }
}
