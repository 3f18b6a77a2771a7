package fr.educentre.assidu.connectors.zoom;

import fr.educentre.assidu.connectors.intake.Intake;
import fr.educentre.assidu.connectors.zoom.ZoomEvent.Meeting;
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
class ReportFetch {

    private static final String SENDER = "Zoom";
    private static final int MOST_PAGES = 200;

    private final ZoomApi api;
    private final Intake intake;
    private final Instances instances;
    private final TransactionTemplate outside;

    ReportFetch(ZoomApi api, Intake intake, Instances instances, PlatformTransactionManager transactions) {
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

        record Denied(ZoomAnswer.Denied why) implements Outcome {}

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
                case ZoomAnswer.Got got -> {
                    Optional<ReportPage> page = ReportPage.read(got.bytes());
                    page.ifPresent(read -> read.rows().forEach(whole::add));
                    String next = page.map(ReportPage::next).orElse(null);
                    boolean last = page.isPresent() && next == null;
                    var about = new KeptPage(meeting, number, last ? whole.of(kept) : null);
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
                case ZoomAnswer.Absent() -> {
                    return new Outcome.NotYet();
                }
                case ZoomAnswer.Later later -> {
                    return new Outcome.Later(later.delay());
                }
                case ZoomAnswer.Denied denied -> {
                    return new Outcome.Denied(denied);
                }
                case ZoomAnswer.Down down -> {
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

        void add(ReportPage.Row row) {
            from = from == null || row.from().isBefore(from) ? row.from() : from;
            to = to == null || row.to().isAfter(to) ? row.to() : to;
            rows++;
        }

        KeptPage.@Nullable Whole of(List<UUID> earlier) {
            return from == null || to == null ? null : new KeptPage.Whole(from, to, rows, List.copyOf(earlier));
        }
    }
}
