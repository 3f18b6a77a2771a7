package fr.educentre.assidu.evidence;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a video player says that it played, by the xAPI video profile: {@code 0[.]12.5[,]14[.]21}, seconds of the video, all
 * those of the viewing so far. A segment without an end tells nothing.
 */
final class PlayedSegments {

    private static final String EXTENSIONS = "https://w3id.org/xapi/video/extensions/";
    private static final Pattern SEGMENT =
            Pattern.compile("(\\d{1,7}(?:\\.\\d{1,9})?)\\[\\.\\](\\d{1,7}(?:\\.\\d{1,9})?)");
    private static final Pattern SPEED = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,3})?)x?");
    private static final int LONGEST = 20_000;

    private PlayedSegments() {}

    /** Time spent watching, within the video's length, at the speed the player tells. Empty where it tells no segments. */
    static Optional<Duration> of(Trace stop) {
        if (!(StatementExtensions.ofResult(stop).get(EXTENSIONS + "played-segments") instanceof String told)) {
            return Optional.empty();
        }
        Matcher segments = SEGMENT.matcher(told.length() > LONGEST ? told.substring(0, LONGEST) : told);
        double end = length(stop).map(PlayedSegments::seconds).orElse(Double.MAX_VALUE);
        double seconds = 0;
        while (segments.find()) {
            double from = Double.parseDouble(segments.group(1));
            double to = Math.min(end, Double.parseDouble(segments.group(2)));
            seconds += Math.max(0, to - from);
        }
        // Of one viewing, whatever was played again.
        return Optional.of(duration(Math.min(end, seconds) / speed(stop)));
    }

    /** How long the video lasts, as one of the statements says. */
    static Optional<Duration> length(Trace... statements) {
        for (Trace one : statements) {
            if (StatementExtensions.ofContext(one).get(EXTENSIONS + "length") instanceof Number length
                    && length.doubleValue() > 0) {
                return Optional.of(duration(length.doubleValue()));
            }
        }
        return Optional.empty();
    }

    private static double speed(Trace trace) {
        Matcher speed = SPEED.matcher(
                String.valueOf(StatementExtensions.ofContext(trace).get(EXTENSIONS + "speed")));
        double told = speed.matches() ? Double.parseDouble(speed.group(1)) : 1;
        return told > 0 ? told : 1;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis((long) (seconds * 1000));
    }
}
