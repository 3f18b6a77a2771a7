package fr.educentre.assidu.sources.edusign;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.core.SourceSettings;
import fr.educentre.assidu.sources.core.SourceSetup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The connection to Edusign: what it needs, and whether it works. */
@Component
class EdusignSetup implements SourceSetup {

    private static final String SECRET = "client-secret";
    private static final String HMAC_OVER = "hmac-over";
    private static final Duration BACK = Duration.ofDays(7);

    private final SourceSettings settings;
    private final EdusignClient api;
    private final EdusignSheet sheet;
    private final EdusignTimeParser times;
    private final Texts texts;
    private final Clock clock;

    EdusignSetup(
            SourceSettings settings,
            EdusignClient api,
            EdusignSheet sheet,
            EdusignTimeParser times,
            Texts texts,
            Clock clock) {
        this.settings = settings;
        this.api = api;
        this.sheet = sheet;
        this.times = times;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String connector() {
        return EdusignClient.CONNECTOR;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.secret(SECRET, true),
                Field.secret(EdusignClient.KEY, false),
                Field.plain(EdusignClient.URL, false),
                Field.plain(HMAC_OVER, false),
                Field.plain(EdusignTimeParser.SETTING, false));
    }

    @Override
    public List<Check> test() {
        List<Check> checks = new ArrayList<>();
        boolean secret = settings.find(EdusignClient.CONNECTOR, SECRET).isPresent();
        checks.add(secret ? check(Outcome.OK, "secret.ok") : check(Outcome.MISSING, "secret.missing"));
        choice(checks, HMAC_OVER, "raw", Set.of("raw", "json"));
        choice(
                checks,
                EdusignTimeParser.SETTING,
                EdusignTimeParser.NONE,
                Set.of(EdusignTimeParser.NONE, EdusignTimeParser.PARIS_OFFSET));
        if (!api.configured()) {
            checks.add(check(Outcome.MISSING, "key.missing"));
            return checks;
        }
        Instant now = clock.instant();
        switch (api.lockedCourses(now.minus(BACK), now, 0)) {
            case RemoteResult.Success<JsonNode>(JsonNode courses, byte[] bytes) -> {
                checks.add(check(Outcome.OK, "api.ok", courses.size()));
                checks.add(zone(courses));
            }
            case RemoteResult.Failure<JsonNode>(RemoteFailure why) ->
                checks.add(new Check(
                        Outcome.FAILED, EdusignProtocol.MESSAGES.of(why).read(texts)));
        }
        return checks;
    }

    private void choice(List<Check> checks, String name, String usual, Set<String> values) {
        String value = settings.get(EdusignClient.CONNECTOR, name, usual);
        if (!values.contains(value)) {
            checks.add(check(
                    Outcome.FAILED,
                    "choice",
                    name,
                    value,
                    String.join(", ", values.stream().sorted().toList())));
        }
    }

    /** One course whose session is known shows whether hours are those of Edusign or shifted. */
    private Check zone(JsonNode courses) {
        for (JsonNode one : courses) {
            Optional<EdusignCourse> course = EdusignCourse.of(one);
            if (course.isEmpty() || course.get().start() == null) {
                continue;
            }
            var session = sheet.session(course.get());
            if (session.isPresent()) {
                EdusignTimeParser.Fit fit =
                        times.fit(course.get().start(), session.get().startsAt());
                if (fit == EdusignTimeParser.Fit.FITS) {
                    return check(Outcome.OK, "zone.ok", session.get().externalId());
                }
                if (fit == EdusignTimeParser.Fit.OTHER) {
                    return check(
                            Outcome.FAILED,
                            "zone.shifted",
                            session.get().externalId(),
                            EdusignTimeParser.other(times.setting()));
                }
            }
        }
        return check(Outcome.MISSING, "zone.unknown");
    }

    private Check check(Outcome outcome, String key, Object... arguments) {
        return new Check(outcome, texts.get("connectors.edusign.check." + key, arguments));
    }
}
