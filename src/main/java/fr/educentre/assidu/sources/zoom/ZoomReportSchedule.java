package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.sources.zoom.ZoomEvent.Meeting;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Plans the fetching of the report of a meeting: soon after its end, and again, as Zoom's reports lag behind. */
@Component
class ZoomReportSchedule {

    static final DurableJobType<Try> TYPE =
            DurableJobType.of("zoom.report", Try.class, Try::key).readingEarlier(Try::earlier);

    private static final List<Integer> MINUTES_AFTER = List.of(5, 15, 60);

    private final ZoomTokenClient tokens;
    private final DurableJobs jobs;
    private final Clock clock;

    ZoomReportSchedule(ZoomTokenClient tokens, DurableJobs jobs, Clock clock) {
        this.tokens = tokens;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * One of the times; its key is the same however often the end of the meeting is received.
     *
     * @param number of the meeting
     * @param instance of the meeting, the one of that day
     * @param minutes after its end
     * @param failures so far that counted
     */
    record Try(String number, String instance, int minutes, int failures) {

        private static Try of(Meeting meeting, int minutes) {
            return new Try(meeting.number(), meeting.instance(), minutes, 0);
        }

        private static Try earlier(String key, String text) {
            int space = key.indexOf(' ');
            String[] parts = text.split(" ", 2);
            return new Try(
                    parts[1],
                    key.substring(space + 1),
                    Integer.parseInt(key.substring(0, space)),
                    Integer.parseInt(parts[0]));
        }

        private String key() {
            return minutes + " " + instance;
        }

        Meeting meeting() {
            return new Meeting(number, instance);
        }

        Try withFailures(int count) {
            return new Try(number, instance, minutes, count);
        }

        /** No other is planned after it. */
        boolean last() {
            return minutes == MINUTES_AFTER.getLast();
        }
    }

    /** Nothing where Zoom's interface is not set. An end learnt late asks at once for what it missed. */
    void after(ZoomEvent.Ended ended) {
        if (!tokens.missing().isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Integer missed = null;
        for (int minutes : MINUTES_AFTER) {
            Instant at = ended.at().plus(Duration.ofMinutes(minutes));
            if (at.isAfter(now)) {
                again(Try.of(ended.meeting(), minutes), at);
            } else {
                missed = minutes;
            }
        }
        if (missed != null) {
            again(Try.of(ended.meeting(), missed), now);
        }
    }

    void again(Try one, Instant at) {
        jobs.submitAt(TYPE, one, at);
    }
}
