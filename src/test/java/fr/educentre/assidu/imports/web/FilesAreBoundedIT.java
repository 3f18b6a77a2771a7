package fr.educentre.assidu.imports.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.SmallCentre;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;

/** Small files that would become large ones in memory are refused, several at once as well as one. */
@AssiduIT
class FilesAreBoundedIT {

    private static final int AT_ONCE = 3;

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    private SmallCentre centre;
    private UUID session;
    private String quality;

    @BeforeEach
    void somebody() {
        centre = new SmallCentre(sql, 1);
        session = centre.session(Instant.parse("2027-07-05T07:00:00Z"));
        quality = "q-" + centre.code;
        calls.account(quality, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    @Test
    void three_workbooks_that_unpack_to_anything_are_refused_and_the_service_goes_on() throws IOException {
        byte[] bomb = zip("xl/worksheets/sheet1.xml", 200);
        assertThat(bomb.length).isLessThan(1024 * 1024);
        atOnce("/api/v1/imports/roster", "f.xlsx", bomb, 413, 422);
        atOnce("/api/v1/sessions/" + session + "/evidence-files", "f.xlsx", bomb, 413, 422);
    }

    @Test
    void an_archive_of_rules_is_bounded_by_all_that_it_holds() throws IOException {
        atOnce("/api/v1/rules/files", "f.zip", zip("notes.bin", 200), 413, 413);
        atOnce("/api/v1/rules/files", "f.zip", zip("a/b.dslr", 200), 413, 413);
    }

    @Test
    void json_of_more_parts_than_anything_that_is_sent_is_refused() {
        String many = "{\"users\":{},\"createdOn\":1,\"x\":[" + "0,".repeat(3_000_000) + "0]}";
        atOnce(
                "/api/v1/sessions/" + session + "/evidence-files",
                "f.json",
                many.getBytes(StandardCharsets.UTF_8),
                415,
                422);
        String deep = "{\"a\":" + "[".repeat(100_000);
        atOnce(
                "/api/v1/sessions/" + session + "/evidence-files",
                "f.json",
                deep.getBytes(StandardCharsets.UTF_8),
                415,
                422);
    }

    @Test
    void a_table_of_more_cells_than_any_list_is_refused() {
        String wide = ";".repeat(400) + "\n";
        atOnce("/api/v1/imports/roster", "f.csv", wide.repeat(40_000).getBytes(StandardCharsets.UTF_8), 413, 422);
    }

    private void atOnce(String path, String name, byte[] content, int least, int most) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            answers.add(CompletableFuture.supplyAsync(() -> send(path, name, content)));
        }
        for (var answer : answers) {
            HttpResponse<String> refused = answer.join();
            assertThat(refused.statusCode()).as(refused.body()).isBetween(least, most);
        }
        assertThat(calls.anonymously(RequestMethod.GET, "/actuator/health")).isEqualTo(200);
    }

    private HttpResponse<String> send(String path, String name, byte[] content) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return calls.send(HttpRequest.newBuilder(calls.uri(path))
                .header("Authorization", calls.authorization(quality))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    /** Of megabytes of spaces, which pack to nearly nothing. */
    private static byte[] zip(String name, int megabytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        byte[] spaces = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < megabytes; i++) {
                zip.write(spaces);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
