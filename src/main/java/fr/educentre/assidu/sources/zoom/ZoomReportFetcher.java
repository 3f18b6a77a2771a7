package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.sources.core.DeliveryIntake;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteProblem;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.zoom.ZoomEvent.Meeting;
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
import tools.jackson.databind.JsonNode;

/** Fetches the report of an instance to its end and stores each page as a delivery. */
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

    /** @return the rows read; {@link RemoteFailure.NotFound} while Zoom has no report with rows yet */
    RemoteResult<Integer> fetch(Meeting meeting) {
        RemoteResult<Integer> result = outside.execute(status -> pages(meeting));
        return result == null ? noReport() : result;
    }

    private RemoteResult<Integer> pages(Meeting meeting) {
        var whole = new Span();
        List<UUID> kept = new ArrayList<>();
        String token = "";
        for (int number = 1; number <= MOST_PAGES; number++) {
            switch (api.participants(meeting.instance(), token)) {
                case RemoteResult.Failure<JsonNode>(RemoteFailure why) -> {
                    return RemoteResult.failure(why);
                }
                case RemoteResult.Success<JsonNode>(JsonNode value, byte[] bytes) -> {
                    Optional<ZoomReportPage> page = ZoomReportPage.read(bytes);
                    page.ifPresent(read -> read.rows().forEach(whole::add));
                    String next = page.map(ZoomReportPage::next).orElse(null);
                    boolean last = page.isPresent() && next == null;
                    var about = new ReportPageDelivery(meeting, number, last ? whole.of(kept) : null);
                    kept.add(intake.receive(
                            ZoomTranslator.CONNECTOR, SENDER, "application/json", about.headers(), bytes));
                    if (page.isEmpty()) {
                        return RemoteResult.failure(new RemoteFailure.Unreadable("page " + number));
                    }
                    if (next == null) {
                        instances.reported(meeting.instance(), whole.rows);
                        return whole.rows == 0 ? noReport() : new RemoteResult.Success<>(whole.rows, new byte[0]);
                    }
                    token = next;
                }
            }
        }
        return RemoteResult.failure(new RemoteFailure.Unreadable("more than " + MOST_PAGES + " pages"));
    }

    private static RemoteResult<Integer> noReport() {
        return RemoteResult.failure(new RemoteFailure.NotFound(RemoteProblem.of("refusal.zoom.noReport")));
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
