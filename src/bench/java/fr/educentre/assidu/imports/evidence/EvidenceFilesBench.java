package fr.educentre.assidu.imports.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fifty reports of meetings dropped one after the other, as when a quarter is caught up with, thirty people each: read,
 * recorded, matched and decided before the call answers. The last ones must cost what the first ones did.
 */
@AssiduIT
class EvidenceFilesBench {

    private static final int FILES = 50;
    private static final int LEARNERS = 30;
    private static final Instant FIRST = Instant.parse("2027-09-06T08:00:00Z");
    private static final DateTimeFormatter PARIS =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(ZoneId.of("Europe/Paris"));

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    BackgroundWork background;

    @Test
    void fifty_files_in_a_row() {
        background.leap(FIRST.plus(Duration.ofDays(FILES + 7)));
        SmallCentre warm = centre();
        for (int n = 0; n < 5; n++) {
            drop(warm, FIRST.plus(Duration.ofDays(n)));
        }
        SmallCentre centre = centre();
        double[] millis = new double[FILES];
        for (int n = 0; n < FILES; n++) {
            long start = System.nanoTime();
            drop(centre, FIRST.plus(Duration.ofDays(n)));
            millis[n] = (System.nanoTime() - start) / 1e6;
        }
        assertThat(sql.sql("select count(*) from verdict v join training_session s on s.id = v.session_id"
                                + " where s.group_id = ? and v.superseded_at is null and v.status = 'PRESENT'")
                        .param(centre.group)
                        .query(Long.class)
                        .single())
                .isEqualTo((long) FILES * LEARNERS);
        double first = median(Arrays.copyOfRange(millis, 0, 10));
        double last = median(Arrays.copyOfRange(millis, FILES - 10, FILES));
        System.out.printf(
                Locale.ROOT,
                "EvidenceFilesBench: %d files of %d people, %.0f ms each (median); the last ten cost %.2f"
                        + " times the first ten%n",
                FILES,
                LEARNERS,
                median(millis.clone()),
                last / first);
    }

    private SmallCentre centre() {
        var centre = new SmallCentre(sql, LEARNERS);
        calls.account("t-" + centre.code, Role.TRAINER, centre.trainer);
        return centre;
    }

    private void drop(SmallCentre centre, Instant start) {
        UUID session = centre.session(start);
        sql.sql("update training_session set modality = 'VIDEO' where id = ?")
                .param(session)
                .update();
        var csv = new StringBuilder("Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n");
        for (int n = 0; n < LEARNERS; n++) {
            csv.append("Lou %d,%s,\"%s\",\"%s\",180,No\n"
                    .formatted(
                            n,
                            centre.email(n),
                            PARIS.format(start),
                            PARIS.format(start.plus(Duration.ofMinutes(180)))));
        }
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rapport.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--b--\r\n";
        var answer = calls.send(HttpRequest.newBuilder(calls.uri("/api/v1/sessions/" + session + "/evidence-files"))
                .header("Authorization", calls.authorization("t-" + centre.code))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
