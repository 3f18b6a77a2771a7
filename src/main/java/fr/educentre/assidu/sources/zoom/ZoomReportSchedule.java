package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.sources.zoom.ZoomEvent.Meeting;
import fr.educentre.assidu.workflow.DurableJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Plans the fetching of the report of a meeting: soon after its end, and again, as Zoom's reports lag behind. */
@Component
class ZoomReportSchedule {

    static final String JOB = "zoom.report";
    private static final List<Integer> MINUTES_AFTER = List.of(5, 15, 60);

    private final ZoomTokenClient tokens;
    private final DurableJobs jobs;
    private final Clock clock;

    ZoomReportSchedule(ZoomTokenClient tokens, DurableJobs jobs, Clock clock) {
        this.tokens = tokens;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** One of the times; its key is the same however often the end of the meeting is received. */
    record Try(Meeting meeting, int minutes, int failures) {

        /** As a job's key and payload. */
        static Try read(String key, String payload) {
            int space = key.indexOf(' ');
            int minutes = Integer.parseInt(key.substring(0, space));
            String[] parts = payload.split(" ", 2);
            return new Try(new Meeting(parts[1], key.substring(space + 1)), minutes, Integer.parseInt(parts[0]));
        }

        String key() {
            return minutes + " " + meeting.instance();
        }

        String payload() {
            return failures + " " + meeting.number();
        }

        Try withFailures(int count) {
            return new Try(meeting, minutes, count);
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
                again(new Try(ended.meeting(), minutes, 0), at);
            } else {
                missed = minutes;
            }
        }
        if (missed != null) {
            again(new Try(ended.meeting(), missed, 0), now);
        }
    }

    void again(Try one, Instant at) {
        jobs.submitAt(JOB, one.key(), one.payload(), at);
    }
}
