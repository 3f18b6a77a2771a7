package fr.educentre.assidu.sources.zoom;

import fr.educentre.assidu.evidence.Deliveries.Delivery;
import fr.educentre.assidu.sources.zoom.ZoomEvent.Meeting;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The headers stored with a page of the report, needed to translate it.
 *
 * @param whole on the last page: what the whole report spans
 */
record ReportPageDelivery(
        Meeting meeting, int page, @Nullable Whole whole) {

    private static final String INSTANCE = "zoom-report-instance";
    private static final String NUMBER = "zoom-report-meeting";
    private static final String PAGE = "zoom-report-page";
    private static final String FROM = "zoom-report-from";
    private static final String TO = "zoom-report-to";
    private static final String ROWS = "zoom-report-rows";
    private static final String EARLIER = "zoom-report-earlier";

    /** @param earlier the deliveries of the other pages */
    record Whole(Instant from, Instant to, int rows, List<UUID> earlier) {}

    static boolean isOne(Delivery delivery) {
        return delivery.headers().containsKey(INSTANCE);
    }

    static ReportPageDelivery of(Delivery delivery) {
        Map<String, String> headers = delivery.headers();
        String from = headers.get(FROM);
        String to = headers.get(TO);
        Whole whole = from == null || to == null
                ? null
                : new Whole(
                        Instant.parse(from),
                        Instant.parse(to),
                        Integer.parseInt(headers.getOrDefault(ROWS, "0")),
                        Arrays.stream(headers.getOrDefault(EARLIER, "").split(","))
                                .filter(id -> !id.isEmpty())
                                .map(UUID::fromString)
                                .toList());
        return new ReportPageDelivery(
                new Meeting(headers.getOrDefault(NUMBER, ""), headers.getOrDefault(INSTANCE, "")),
                Integer.parseInt(headers.getOrDefault(PAGE, "1")),
                whole);
    }

    Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        headers.put(INSTANCE, meeting.instance());
        headers.put(NUMBER, meeting.number());
        headers.put(PAGE, String.valueOf(page));
        if (whole != null) {
            headers.put(FROM, whole.from().toString());
            headers.put(TO, whole.to().toString());
            headers.put(ROWS, String.valueOf(whole.rows()));
            headers.put(
                    EARLIER,
                    String.join(
                            ",", whole.earlier().stream().map(UUID::toString).toList()));
        }
        return headers;
    }
}
