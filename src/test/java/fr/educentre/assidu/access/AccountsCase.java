package fr.educentre.assidu.access;

import com.icegreen.greenmail.util.GreenMail;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.Mails;
import fr.educentre.assidu.testing.SmallCentre;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An administrator, and the mails that accounts are sent. */
@AssiduIT
abstract class AccountsCase {

    static final Instant NOW = Instant.parse("2026-11-23T11:00:00Z");
    private static final Pattern LINK = Pattern.compile("/c/([A-Za-z0-9_-]{20,})");

    @Autowired
    JdbcClient sql;

    @Autowired
    Calls calls;

    @Autowired
    AccountLinks links;

    @Autowired
    ActingRoles roles;

    @Autowired
    GreenMail mail;

    @Autowired
    BackgroundWork background;

    @Autowired
    UserDetailsService users;

    final String code = Long.toString(System.nanoTime(), 36);
    private final JsonMapper json = JsonMapper.builder().build();

    @BeforeEach
    void an_administrator() {
        background.leap(NOW);
        calls.account("a-" + code, Role.ADMIN, SmallCentre.id());
    }

    String account(String role, String person) {
        return """
                {"login": "n-%1$s", "name": "Nina %1$s", "email": "n-%1$s@essai.example", "roles": ["%2$s"],
                 "person": %3$s, "validFrom": null, "validUntil": "2026-12-30"}
                """.formatted(code, role, person == null ? "null" : '"' + person + '"');
    }

    List<String> mails() {
        background.runDue();
        return Mails.texts(mail, "n-" + code + "@essai.example", "");
    }

    String mailedToken() {
        Matcher link = LINK.matcher(mails().getLast());
        if (!link.find()) {
            throw new AssertionError("no link was mailed");
        }
        return link.group(1);
    }

    void signInAs(String username) {
        var user = users.loadUserByUsername(username);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
    }

    JsonNode read(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    HttpResponse<String> admin(String verb, String path, String body) {
        return call("a-" + code, calls.password(), verb, path, body);
    }

    HttpResponse<String> call(String username, String password, String verb, String path, String body) {
        String basic = Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
        return calls.send(HttpRequest.newBuilder(calls.uri("/api/v1" + path))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json")
                .method(
                        verb,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
