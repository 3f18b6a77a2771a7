package fr.educentre.assidu.evidence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose trace it is, and how that is known; null both while it is not. */
public record TraceMatch(@Nullable UUID learnerId, @Nullable MatchMethod how) {

    /** Still nobody's. */
    public static final TraceMatch NONE = new TraceMatch(null, null);
}
