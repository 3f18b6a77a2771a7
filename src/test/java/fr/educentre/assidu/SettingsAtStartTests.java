package fr.educentre.assidu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What whoever runs Assidu is told of a setting that is missing or cannot be used. */
class SettingsAtStartTests {

    private static final Map<String, String> WHOLE = Map.of(
            "spring.datasource.url", "jdbc:postgresql://db.centre.example/assidu",
            "spring.datasource.username", "assidu",
            "spring.datasource.password", "secret-1",
            "spring.flyway.user", "assidu_owner",
            "spring.flyway.password", "secret-2",
            "spring.mail.host", "smtp.centre.example",
            "assidu.base-url", "https://assidu.centre.example",
            "assidu.mail.from", "assidu@centre.example",
            "assidu.secrets.key", "YXNzaWR1LXRlc3QtY2xlLWRlLTMyLW9jdGV0cy0hISE=");

    @Test
    void whole_settings_have_no_problem() {
        assertThat(problems(Map.of())).isEmpty();
    }

    @Test
    void all_that_is_missing_is_named_at_once() {
        assertThat(SettingsAtStart.problems(environment(Map.of())))
                .singleElement()
                .asString()
                .contains(
                        "SPRING_DATASOURCE_URL",
                        "SPRING_FLYWAY_USER",
                        "SPRING_MAIL_HOST",
                        "ASSIDU_SECRETS_KEY",
                        "ASSIDU_BASEURL");
        assertThat(problems(Map.of("assidu.mail.from", " ")))
                .singleElement()
                .asString()
                .contains("ASSIDU_MAIL_FROM")
                .doesNotContain("ASSIDU_BASEURL");
    }

    @Test
    void a_machine_that_calls_itself_localhost_has_an_address_and_a_sender() {
        assertThat(problems(Map.of(
                        "assidu.base-url", "http://localhost:8080",
                        "assidu.mail.from", "assidu@localhost",
                        "spring.datasource.url", "jdbc:postgresql://localhost/assidu",
                        "spring.mail.host", "localhost")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            spring.datasource.url            | db.centre.example/assidu
            spring.datasource.url            | jdbc:mysql://db/assidu
            spring.datasource.url            | jdbc:postgresql://db:port/assidu
            spring.mail.host                 | smtp://smtp.centre.example
            spring.mail.port                 | submission
            spring.mail.port                 | 70000
            server.port                      | 80a
            assidu.base-url                  | assidu.centre.example
            assidu.base-url                  | ftp://assidu.centre.example
            assidu.base-url                  | https://
            assidu.base-url                  | https://assidu.centre.example/?a=b
            assidu.mail.from                 | assidu
            assidu.mail.from                 | assidu@@centre.example
            assidu.secrets.key               | not base64 at all
            assidu.secrets.key               | dHJvcCBjb3VydA==
            assidu.secrets.former-keys       | dHJvcCBjb3VydA==
            assidu.database.wait             | five minutes
            assidu.connectors.processing-delay | -5s
            assidu.connectors.every.teams.watch | hourly
            assidu.jobs.run                  | perhaps
            assidu.access.tries-from-an-address | thirty
            assidu.access.password-strength  | 40
            assidu.proxies                   | 10.0.(
            assidu.relaunch.delay            | soon
            """)
    void a_value_that_cannot_be_used_is_one_sentence_with_its_setting_and_what_to_give(String key, String value) {
        assertThat(problems(Map.of(key, value)))
                .singleElement()
                .asString()
                .contains(Setting.variable(key), "(" + key + ")", "donnez", "give")
                .doesNotContain("\n", "Exception");
    }

    @Test
    void a_secret_that_cannot_be_used_is_not_repeated() {
        assertThat(problems(Map.of("assidu.secrets.key", "dHJvcCBjb3VydA==")))
                .singleElement()
                .asString()
                .doesNotContain("dHJvcCBjb3VydA");
    }

    @Test
    void a_setting_that_nobody_reads_is_named_whichever_way_it_was_given() {
        var environment = environment(WHOLE);
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "variables",
                        Map.of(
                                "ASSIDU_JUSTIFICATION_DEADLINE", "PT48H",
                                "ASSIDU_DATABASE_WAIT", "PT1M",
                                "ASSIDU_XAPI_CLIENTS_MOODLE_USERNAME", "moodle",
                                "ASSIDU_CONNECTORS_ZOOM_SECRETTOKEN", "secret")));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "more", Map.of("assidu.baseurl", "https://assidu.centre.example", "assidu.secret.key", "?")));
        assertThat(SettingsAtStart.unknown(environment))
                .containsExactly("ASSIDU_JUSTIFICATION_DEADLINE", "assidu.secret.key");
    }

    private static List<String> problems(Map<String, String> other) {
        Map<String, String> all = new HashMap<>(WHOLE);
        all.putAll(other);
        return SettingsAtStart.problems(environment(all));
    }

    /** Without those of the machine that runs the tests. */
    private static StandardEnvironment environment(Map<String, String> properties) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().addFirst(new MapPropertySource("given", new HashMap<>(properties)));
        ConfigurationPropertySources.attach(environment);
        return environment;
    }
}
