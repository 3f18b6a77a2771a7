package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.sources.core.DeliveryIntake;
import fr.educentre.assidu.sources.zoom.ZoomEvent.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Fetches the report of an instance to its end, each page kept as it comes. */
@Component
class ZoomReportFetcher {

    private static final String SENDER = "Zoom";
    private static final int MOST_PAGES = 200;

    private final ZoomClient api;
    private final DeliveryIntake intake;
    private final ZoomMeetingInstanceStore instances;
    private final TransactionTemplate outside;

    ZoomReportFetcher(
            ZoomClient api,
            DeliveryIntake intake,
            ZoomMeetingInstanceStore instances,
            PlatformTransactionManager transactions) {
        this.api = api;
        this.intake = intake;
        this.instances = instances;
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** What came of it. */
    sealed interface Outcome {

        record Whole(int rows) implements Outcome {}

        record NotYet() implements Outcome {}

        record Later(Duration delay) implements Outcome {}

        record Denied(ZoomResponse.Denied why) implements Outcome {}

        record Down(String why) implements Outcome {}
    }

    Outcome fetch(Meeting meeting) {
        Outcome outcome = outside.execute(status -> pages(meeting));
        return outcome == null ? new Outcome.NotYet() : outcome;
    }

    private Outcome pages(Meeting meeting) {
        var whole = new Span();
        List<UUID> kept = new ArrayList<>();
        String token = "";
        for (int number = 1; number <= MOST_PAGES; number++) {
            switch (api.participants(meeting.instance(), token)) {
                case ZoomResponse.Got got -> {
                    Optional<ZoomReportPage> page = ZoomReportPage.read(got.bytes());
                    page.ifPresent(read -> read.rows().forEach(whole::add));
                    String next = page.map(ZoomReportPage::next).orElse(null);
                    boolean last = page.isPresent() && next == null;
                    var about = new ReportPageDelivery(meeting, number, last ? whole.of(kept) : null);
                    kept.add(intake.receive(
                            ZoomTranslator.CONNECTOR, SENDER, "application/json", about.headers(), got.bytes()));
                    if (page.isEmpty()) {
                        return new Outcome.Down("page " + number);
                    }
                    if (next == null) {
                        instances.reported(meeting.instance(), whole.rows);
                        return whole.rows == 0 ? new Outcome.NotYet() : new Outcome.Whole(whole.rows);
                    }
                    token = next;
                }
                case ZoomResponse.Absent() -> {
                    return new Outcome.NotYet();
                }
                case ZoomResponse.Later later -> {
                    return new Outcome.Later(later.delay());
                }
                case ZoomResponse.Denied denied -> {
                    return new Outcome.Denied(denied);
                }
                case ZoomResponse.Down down -> {
                    return new Outcome.Down(down.why());
                }
            }
        }
        return new Outcome.Down("more than " + MOST_PAGES + " pages");
    }

    /** From the first arrival to the last departure. */
    private static final class Span {

        private @Nullable Instant from;
        private @Nullable Instant to;
        private int rows;

        void add(ZoomReportPage.Row row) {
            from = from == null || row.from().isBefore(from) ? row.from() : from;
            to = to == null || row.to().isAfter(to) ? row.to() : to;
            rows++;
        }

        ReportPageDelivery.@Nullable Whole of(List<UUID> earlier) {
            return from == null || to == null
                    ? null
                    : new ReportPageDelivery.Whole(from, to, rows, List.copyOf(earlier));
        }
    }
}
