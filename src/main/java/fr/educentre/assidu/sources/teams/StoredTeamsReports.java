package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.sources.core.DeliveryIntake;
import fr.educentre.assidu.sources.core.Digests;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores reports as deliveries, the answers of Graph byte for byte, before they are translated, and each once. */
@Component
class StoredTeamsReports {

    private final DeliveryIntake intake;
    private final JdbcClient sql;
    private final Clock clock;

    StoredTeamsReports(DeliveryIntake intake, JdbcClient sql, Clock clock) {
        this.intake = intake;
        this.sql = sql;
        this.clock = clock;
    }

    /** @param report as the list has it; @param pages of its records. @return whether it is new, or has changed */
    boolean keep(List<String> meetingKeys, String reportId, byte[] report, List<byte[]> pages) {
        byte[] bytes = together(report, pages);
        byte[] sha = Digests.sha256(bytes);
        Optional<byte[]> known = sql.sql("select sha256 from teams_report where meeting_key = ? and report_id = ?")
                .params(meetingKeys.getFirst(), reportId)
                .query((row, n) -> row.getBytes(1))
                .optional();
        if (known.isPresent() && Arrays.equals(known.get(), sha)) {
            return false;
        }
        UUID delivery = intake.receive(
                TeamsSettings.CONNECTOR,
                "Microsoft Graph",
                "application/json",
                TeamsReportTranslator.headers(meetingKeys),
                bytes);
        sql.sql("""
                insert into teams_report (meeting_key, report_id, sha256, delivery_id, received_at)
                values (:meeting, :report, :sha, :delivery, :now)
                on conflict (meeting_key, report_id) do update
                   set sha256 = excluded.sha256, delivery_id = excluded.delivery_id, received_at = excluded.received_at
                """)
                .param("meeting", meetingKeys.getFirst())
                .param("report", reportId)
                .param("sha", sha)
                .param("delivery", delivery)
                .param("now", Arguments.utc(clock.instant()))
                .update();
        return true;
    }

    private static byte[] together(byte[] report, List<byte[]> pages) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("{\"report\":".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(report);
        bytes.writeBytes(",\"pages\":[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < pages.size(); i++) {
            if (i > 0) {
                bytes.write(',');
            }
            bytes.writeBytes(pages.get(i));
        }
        bytes.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
